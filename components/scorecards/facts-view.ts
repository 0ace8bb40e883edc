import { figuresWords, gradesWords } from "#components/scorecards/change-words";
import { flagsOf } from "#components/scorecards/flags-of";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { paceWords } from "#components/scorecards/pace-words";
import { type FigureKind, figureKind } from "#lib/rules/figure-kind";
import { figureWords } from "#lib/rules/figure-words";
import { gradeReason } from "#lib/rules/grade";
import { levelOf } from "#lib/rules/labels";
import type { MilestoneState } from "#lib/rules/milestone";
import { monthName } from "#lib/rules/month";
import { travelWords } from "#lib/rules/travel";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Change } from "#lib/scorecards/what-changed";

/** One indicator in one month at a glance, in finished words. */
export type FactsView = {
  month: string;
  kind: FigureKind;
  figure: string;
  flags: string;
  level: ShownLevel | null;
  /** What the figure is of, why it earned its grade, and its note. */
  about: string[];
  since: string;
  travel: readonly [sign: string, words: string] | null;
  moved: string[];
  milestone: readonly [state: MilestoneState, words: string, asTyped: string] | null;
  next: { label: string; value: string; about: string[] } | null;
};

export function factsView({ cell, travel, ...change }: Change, ahead: readonly MilestoneAhead[]): FactsView {
  const { actual, at, grade, labels, milestone, month, previousDue } = cell;
  const whole = { cell, travel, ...change };
  const signs = { up: "▲ ", down: "▼ ", level: "" };
  const { numerator, denominator, note, value } = actual ?? {};
  const level = levelOf(labels, grade);
  return {
    month: monthName(month),
    kind: figureKind(cell),
    figure: value == null ? "" : figureWords(value, at),
    flags: flagsOf(actual, cell.small),
    level: level && { word: level.word, short: level.short, shape: level.shape, tone: level.tone },
    about: [
      numerator && denominator ? `${numerator} of ${denominator}` : "",
      value != null && at.bands ? gradeReason(value, at.bands, labels) : "",
      note ? `Note: ${note}` : "",
    ].filter(Boolean),
    since: previousDue ? `Since ${monthName(previousDue)}` : "Since it was last due",
    travel: travel && [signs[travel.movement], travelWords(travel)],
    moved: [figuresWords(whole), gradesWords(whole)].filter(Boolean),
    milestone: milestone && [milestone.state, milestone.words, milestone.milestone.asTyped],
    next: nextView(ahead),
  };
}

function nextView([next, ...later]: readonly MilestoneAhead[]): FactsView["next"] {
  if (!next) return null;
  const { latest, pace, milestone, month } = next;
  return {
    label: `Next: ${milestone.asTyped} by ${monthName(month)}`,
    value: latest ? (pace === null ? "already there" : `${pace} a month`) : "no figure yet",
    about: [
      latest && pace !== null ? `required pace from ${monthName(latest)}` : "",
      ...later.map((each) => `then ${each.milestone.asTyped} by ${monthName(each.month)}: ${paceWords(each)}`),
    ].filter(Boolean),
  };
}
