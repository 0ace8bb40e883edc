import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { termsIn } from "#lib/definitions/side-by-side";
import { figureWords } from "#lib/rules/figure-words";
import { gradeWord } from "#lib/rules/labels";
import type { Month, MonthState } from "#lib/rules/month";
import type { Sheet, SheetCell } from "#lib/scorecards/sheet";
import { whatChanged } from "#lib/scorecards/what-changed";
import { whyRequired } from "#lib/scorecards/why-required";

/** What a change does to a month: the figure as it is shown, its grade, its milestone, an approval, what is asked and of whom. */
export const effectKinds = ["figure", "grade", "milestone", "approval", "due", "comment", "team"] as const;
export type EffectKind = (typeof effectKinds)[number];

export type EffectLine = { month: Month; state: MonthState; kind: EffectKind; was: string; becomes: string };

/** Something that an indicator is from a month on, as it was and as it becomes. */
export type ChangedTerm = { term: string; was: string; becomes: string };

export type Effect = { terms: ChangedTerm[]; lines: EffectLine[] };

/** What differs between two readings of one indicator: from a month on, and in each month that people see. */
export function effectOf(before: IndicatorRead, after: IndicatorRead, from: Month | null): Effect {
  return { terms: from ? changedTerms(before, after, from) : [], lines: changedMonths(before, after) };
}

const none = "none";

function changedTerms(before: IndicatorRead, after: IndicatorRead, month: Month): ChangedTerm[] {
  const said = (read: IndicatorRead) => new Map(termsIn(read, month).map(({ term, value }) => [term, value]));
  const [was, is] = [said(before), said(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((term) => {
    const changed = { term, was: was.get(term) ?? none, becomes: is.get(term) ?? none };
    return changed.was === changed.becomes ? [] : [changed];
  });
}

function changedMonths(before: IndicatorRead, after: IndicatorRead): EffectLine[] {
  const months = [before, after].flatMap(({ sheet }) => monthsOf(sheet));
  const states = new Map(after.scorecard.months.map(({ month, state }) => [month, state]));
  return [...new Set(months)].sort().flatMap((month) => {
    const [was, is] = [saidOf(before, month), saidOf(after, month)];
    const state = states.get(month) ?? "not opened";
    // A month that only a milestone brings in sight was due before, and of the same team.
    const isInBoth = [before, after].every(({ sheet }) => monthsOf(sheet).includes(month));
    const compared = (kind: string) => isInBoth || !["due", "team", "comment"].includes(kind);
    const differing = (Object.keys(was) as (keyof typeof was)[]).flatMap((kind) =>
      was[kind] === is[kind] || !compared(kind) ? [] : [{ month, state, kind, was: was[kind], becomes: is[kind] }],
    );
    return [...differing, ...changedApprovals(before, after, { month, state })];
  });
}

const monthsOf = ({ figureMonths, milestoneMonths }: Sheet): Month[] => [...figureMonths, ...milestoneMonths];

function saidOf({ sheet, indicator }: IndicatorRead, month: Month) {
  const cell = indicator?.cells.get(month);
  const [change] = cell ? whatChanged(sheet, month) : [];
  return {
    figure: cell ? figureOf(cell) : none,
    grade: cell?.actual?.value != null ? gradeWord(cell.labels, cell.grade) : none,
    milestone: cell?.milestone ? `${cell.milestone.milestone.asTyped}, ${cell.milestone.state}` : none,
    due: cell?.isDue ? "due" : "not due",
    comment: change && whyRequired(change).length > 0 ? "required" : "not required",
    team: cell?.at.team?.name ?? none,
  } satisfies Partial<Record<EffectKind, string>>;
}

const figureOf = ({ actual, at }: SheetCell) => (actual?.value != null ? figureWords(actual.value, at) : none);

function changedApprovals(
  before: IndicatorRead,
  after: IndicatorRead,
  { month, state }: Pick<EffectLine, "month" | "state">,
): EffectLine[] {
  const lapsedIn = ({ lapses }: IndicatorRead) => lapses.filter((each) => each.month === month);
  const has = (those: readonly { decisionId: string }[], id: string) => those.some((one) => one.decisionId === id);
  const [was, is] = [lapsedIn(before), lapsedIn(after)];
  const line = (by: string, holds: boolean) => ({
    month,
    state,
    kind: "approval" as const,
    was: `${by}: ${holds ? "lapsed" : "holds"}`,
    becomes: `${by}: ${holds ? "holds again" : "lapses"}`,
  });
  return [
    ...is.filter(({ decisionId }) => !has(was, decisionId)).map(({ by }) => line(by, false)),
    ...was.filter(({ decisionId }) => !has(is, decisionId)).map(({ by }) => line(by, true)),
  ];
}
