import type { Ask } from "#lib/imports/reader/ask";
import { joinCutText } from "#lib/imports/reader/join-cut-text";
import { nameIndicator } from "#lib/imports/reader/name-indicator";
import type { CommentRead, Problem } from "#lib/imports/reader/reading";
import { fieldAt, type Line } from "#lib/imports/reader/sort-rows";
import { type Month, monthName } from "#lib/rules/month";

type CommentLine = Extract<Line, { kind: "comment" }>;

/** The comments with their words made whole, each asked for its indicator and its month. */
export function readComments(
  lines: readonly Line[],
  months: readonly Month[],
  wordsSeen: ReadonlySet<string>,
  ask: Ask,
): { comments: CommentRead[]; problems: Problem[] } {
  const indicators = lines.flatMap((line) =>
    line.kind === "indicator" ? [{ ref: line.ref, measure: fieldAt(line.row, line.page.columns.measure) }] : [],
  );
  const comments: CommentRead[] = [];
  const problems: Problem[] = [];
  let above = indicators[0]?.ref ?? "";
  for (const line of lines) {
    if (line.kind === "indicator") above = line.ref;
    if (line.kind !== "comment") continue;
    const words = askWords(line, wordsSeen, ask);
    const ref = askIndicator(line, words, above, indicators, ask);
    const month = askMonth(line, months, ask);
    const place = { row: line.row.row, column: line.page.columns.measure };
    const twin = comments.find((other) => other.ref === ref && other.month === month);
    if (twin !== undefined) {
      const message = `A second comment on ${ref} for ${monthName(month)}; the first is on row ${twin.row}.`;
      problems.push({
        ...place,
        asItCame: words.slice(0, 60),
        message,
        doubt: `comment on row ${place.row} indicator`,
      });
    } else comments.push({ ...place, ref, month, words });
  }
  return { comments, problems };
}

function askWords({ row, page, pieces }: CommentLine, wordsSeen: ReadonlySet<string>, ask: Ask): string {
  const { words, repairs } = joinCutText(pieces, wordsSeen);
  if (pieces.length === 1) return words;
  return ask(
    {
      key: `comment on row ${row.row} words`,
      kind: "comment",
      label: `Words of the comment on row ${row.row}`,
      row: row.row,
      column: page.columns.measure,
      asItCame: pieces.join("|"),
      proposed: words,
      about: `It was cut across ${pieces.length} cells, with letters doubled or broken at the cuts: ${repairs.join("; ")}.`,
    },
    (answer) => {
      if (answer === "") return "a comment cannot be left without words.";
      return answer.length > 10_000 ? "a comment has at most 10,000 characters." : null;
    },
  );
}

function askIndicator(
  { row, page, pieces }: CommentLine,
  words: string,
  above: string,
  indicators: readonly { ref: string; measure: string }[],
  ask: Ask,
): string {
  const named = nameIndicator(words, indicators);
  const about = named
    ? `It begins "${named.leadIn}", which the measure of ${named.ref} names. The indicator above it is ${above}.`
    : `Its words name no one indicator, so the one above it, ${above}, is proposed.`;
  return ask({
    key: `comment on row ${row.row} indicator`,
    kind: "comment",
    label: `Indicator of the comment on row ${row.row}`,
    row: row.row,
    column: page.columns.measure,
    asItCame: pieces.join("|"),
    proposed: named?.ref ?? above,
    about,
    choices: indicators.map(({ ref }) => ref),
  });
}

function askMonth({ row, page }: CommentLine, months: readonly Month[], ask: Ask): Month {
  return ask({
    key: `comment on row ${row.row} month`,
    kind: "comment",
    label: `Month of the comment on row ${row.row}`,
    row: row.row,
    column: page.columns.measure,
    asItCame: "",
    proposed: months.at(-1) ?? "",
    about: "The source does not say which month it is about; the last month with actuals is proposed.",
    choices: months,
  }) as Month;
}
