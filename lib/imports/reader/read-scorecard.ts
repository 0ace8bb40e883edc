import { asking } from "#lib/imports/reader/ask";
import { decodeText } from "#lib/imports/reader/decode-text";
import { findPages } from "#lib/imports/reader/find-pages";
import { wordsOf } from "#lib/imports/reader/join-cut-text";
import { readActionPlans } from "#lib/imports/reader/read-action-plans";
import { readBenchmark } from "#lib/imports/reader/read-benchmark";
import { readComments } from "#lib/imports/reader/read-comments";
import { readIndicator } from "#lib/imports/reader/read-indicator";
import { readLabelSet } from "#lib/imports/reader/read-label-set";
import { actualMonths, askMonthStates, splitMonths } from "#lib/imports/reader/read-months";
import { readSections } from "#lib/imports/reader/read-sections";
import type { Answers, Problem, ReadResult } from "#lib/imports/reader/reading";
import { fieldAt, type IndicatorLine, type Line, sortRows } from "#lib/imports/reader/sort-rows";
import { findExcess, splitRows } from "#lib/imports/reader/split-rows";
import type { LabelSet } from "#lib/rules/labels";

/**
 * Reads a scorecard from the bytes of its tab-separated text. What the source does not say, or does not say whole, is a doubt with a
 * proposal; an answer takes the proposal's place. `labelSets` are those that the scorecard could be graded by. Every problem that can be found is listed, and with any there is no reading.
 */
export function readScorecard(bytes: Uint8Array, labelSets: readonly LabelSet[], answers: Answers = {}): ReadResult {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) return nothingRead([decoded.problem]);
  const rows = splitRows(decoded.text);
  const excess = findExcess(rows);
  if (excess.length > 0) return nothingRead(excess);
  const found = findPages(rows);
  if (found.pages.length === 0) return nothingRead(found.problems);
  const sorted = sortRows(found.pages);
  const notices = [...found.notices, ...sorted.notices];
  const problems = [...found.problems, ...sorted.problems];
  const lines = once(sorted.lines, problems);
  const indicatorLines = lines.filter((line): line is IndicatorLine => line.kind === "indicator");
  if (indicatorLines.length === 0 && problems.length === 0) {
    problems.push({ row: null, column: null, asItCame: "", message: "The file has a heading but no indicators." });
  }

  const { ask, doubts, problems: refusedAnswers } = asking(answers);
  const wordsSeen = wordsOf(lines.flatMap(wholeTexts));
  const name = askName(ask);
  const { labelSet, bandsOf } = readLabelSet(found.pages, labelSets, ask, problems);
  const pages = found.pages.map((page) => splitMonths(page, ask));
  const months = actualMonths(pages);
  const { sections, notices: unused } = readSections(lines, wordsSeen, ask);
  const actionPlans = readActionPlans(lines, ask);
  const indicators = pages.flatMap((page) =>
    indicatorLines
      .filter((line) => line.page === page.page)
      .map((line) =>
        readIndicator(line, { ...page, bands: bandsOf(page.page) }, actionPlans.get(line.ref) ?? [], ask, {
          problems,
          notices,
        }),
      ),
  );
  const first = found.pages[0];
  const hasBenchmark = indicators.some(({ benchmark }) => benchmark !== null);
  const benchmark = first && hasBenchmark ? readBenchmark(first, months, ask) : null;
  const { comments, problems: twice } = readComments(lines, months, wordsSeen, ask);
  const monthStates = askMonthStates(months, ask);

  const all = inOrder([...problems, ...twice, ...refusedAnswers]);
  return {
    reading:
      all.length === 0 && labelSet
        ? { name, labelSet, benchmark, months: monthStates, sections, indicators, comments }
        : null,
    indicators,
    doubts,
    notices: [...notices, ...unused],
    problems: all,
  };
}

function askName(ask: ReturnType<typeof asking>["ask"]): string {
  return ask(
    {
      key: "name",
      kind: "name",
      label: "Name of the scorecard",
      row: null,
      column: null,
      asItCame: "",
      proposed: "Children's services improvement scorecard",
      about: "The source has no name. It is what people will look for.",
    },
    (answer) => {
      if (!/[a-z0-9]/i.test(answer)) return "a scorecard needs a name.";
      return answer.length > 120 ? "this is longer than 120 characters." : null;
    },
  );
}

/** Each ref once; one that comes again is a problem that names both rows. */
function once(lines: readonly Line[], problems: Problem[]): Line[] {
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    if (line.kind !== "indicator") return true;
    const { row, ref, page } = line;
    const earlier = seen.get(ref);
    if (earlier === undefined) return seen.set(ref, row.row);
    const message = `${ref} stands twice: here and on row ${earlier}.`;
    problems.push({ row: row.row, column: page.columns.ref, asItCame: ref, message });
    return false;
  });
}

function wholeTexts(line: Line): string[] {
  if (line.kind === "indicator") return [fieldAt(line.row, line.page.columns.measure)];
  return line.kind === "comment" && line.pieces.length === 1 ? line.pieces : [];
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function nothingRead(problems: Problem[]): ReadResult {
  return { reading: null, indicators: [], doubts: [], notices: [], problems };
}
