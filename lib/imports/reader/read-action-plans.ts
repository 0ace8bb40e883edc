import type { Ask } from "#lib/imports/reader/ask";
import { sectionOf } from "#lib/imports/reader/draft-sections";
import { latinLetters } from "#lib/imports/reader/latin-letters";
import { fieldAt, type IndicatorLine, type Line } from "#lib/imports/reader/sort-rows";

type Mark = { row: number; text: string };

/**
 * The action-plan refs of each indicator. They come from merged cells, so one stands for the rows after it in its section up to the next,
 * and the first also for the rows before it.
 */
export function readActionPlans(lines: readonly Line[], ask: Ask): Map<string, string[]> {
  const marks = marksBySection(lines);
  const indicators = lines.filter((line): line is IndicatorLine => line.kind === "indicator");
  return new Map(indicators.map((line) => [line.ref, askActionPlan(line, marks.get(sectionOf(line.ref)) ?? [], ask)]));
}

function askActionPlan({ ref, row, page }: IndicatorLine, marks: readonly Mark[], ask: Ask): string[] {
  const came = fieldAt(row, page.columns.actionPlan);
  const mark = marks.findLast((each) => each.row <= row.row) ?? marks[0];
  const { text, replaced } = latinLetters(mark?.text ?? "");
  if (came !== "" && replaced.length === 0) return refsIn(came);
  const place = came === "" ? "" : `"${came}" stands in this row.`;
  const merged = mark
    ? `Its cell is empty; "${mark.text}" stands on row ${mark.row} of the same section, in a cell taken to span several rows.`
    : "Its cell is empty, and its section has none.";
  const letters = replaced.length > 0 ? ` It is written with ${replaced.join(", ")}.` : "";
  const answer = ask(
    {
      key: `${ref} action plan`,
      kind: "action plan",
      label: `Action plan of ${ref}`,
      row: row.row,
      column: page.columns.actionPlan,
      asItCame: came || (mark?.text ?? ""),
      proposed: text,
      about: `${place || merged}${letters}`,
    },
    refuseRefs,
  );
  return refsIn(answer);
}

function marksBySection(lines: readonly Line[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  let section = "";
  for (const line of lines) {
    if (line.kind === "title") continue;
    if (line.kind === "indicator") section = sectionOf(line.ref);
    const text = fieldAt(line.row, line.page.columns.actionPlan);
    if (text !== "") marks.set(section, [...(marks.get(section) ?? []), { row: line.row.row, text }]);
  }
  return marks;
}

function refsIn(text: string): string[] {
  return text.split(/[,;\s]+/).filter((ref) => ref !== "");
}

function refuseRefs(answer: string): string | null {
  const wrong = refsIn(answer).find((ref) => !/^[A-Za-z0-9][A-Za-z0-9./-]{0,11}$/.test(ref));
  return wrong === undefined ? null : `"${wrong}" is not a ref such as A4, in Latin letters and figures.`;
}
