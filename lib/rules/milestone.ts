import Big from "big.js";
import type { Direction } from "#db/vocabulary";
import { contradictionWords, type Edge, edgeOf, parseBand, reaches, shortOf, signTo } from "#lib/rules/band";
import { plainFigure } from "#lib/rules/figure";
import { isClosed, type Month, type MonthState, monthsBetween } from "#lib/rules/month";
import { sidesOf } from "#lib/rules/which-is-better";

/** A dated target of one indicator, read by the indicator's direction. */
export type Milestone = Edge & { asTyped: string; direction: Direction };

export type MilestoneState = "met" | "missed" | "due" | "no figure" | "hidden";

export type MilestoneReading = { ok: true; milestone: Milestone } | { ok: false; message: string };

/** Reads a milestone as typed: "75+", "below 20", "85", or "10-20", which where lower is better is met at 20 or less, and where close to a range is better from 10 to 20. */
export function parseMilestone(typed: string, direction: Direction): MilestoneReading {
  const threshold = parseBand(typed);
  if (!threshold) {
    return {
      ok: false,
      message: `“${typed.trim()}” cannot be read as a milestone. Type a figure such as 85, or 75+, below 20, 10-20.`,
    };
  }
  const edge = edgeOf(threshold, direction);
  if (!edge) return { ok: false, message: contradictionWords(typed, direction) };
  return { ok: true, milestone: { asTyped: typed.trim(), direction, ...edge } };
}

/** Judged by the figure, or without one by the state of the milestone's month, never by the clock; null where there is no milestone. */
export function milestoneState(milestone: Milestone, value: string | null, monthState: MonthState): MilestoneState;
export function milestoneState(
  milestone: Milestone | null,
  value: string | null,
  monthState: MonthState,
): MilestoneState | null;
export function milestoneState(
  milestone: Milestone | null,
  value: string | null,
  monthState: MonthState,
): MilestoneState | null {
  if (!milestone) return null;
  if (value !== null) return reaches(value, milestone, milestone.direction) ? "met" : "missed";
  return isClosed(monthState) ? "no figure" : "due";
}

/** The state with by how much: "met by 5", "missed by 7", "met exactly", "missed: 20 is not below 20", "due". */
export function milestoneWords(milestone: Milestone, value: string | null, monthState: MonthState): string {
  const state = milestoneState(milestone, value, monthState);
  if (value === null || state === "due" || state === "no figure") return state;
  if (milestone.direction === "within") {
    return state === "met" ? state : `${state} by ${shortOf(value, milestone, milestone.direction).toFixed()}`;
  }
  const by = Big(value).minus(milestone.edge).abs();
  if (!by.eq(0)) return `${state} by ${by.toFixed()}`;
  if (state === "met") return "met exactly";
  const edge = plainFigure(milestone.edge);
  return `missed: ${edge} is not ${sidesOf(milestone.direction).good} ${edge}`;
}

/** Of a narrow range a pace may need so many decimals more, not to be short of it by one and past it by the next. */
const furtherDecimals = 3;

/**
 * How much a month, without sign, takes the latest figure to a milestone: rounded away from zero at one decimal more
 * than the indicator's precision, so that keeping it gets there; of a narrow range at as many as it takes, and where none
 * of them does, what comes closest. Null when it is there already, or its month is not later.
 */
export function requiredPace(question: {
  latestMonth: Month;
  latestValue: string;
  milestoneMonth: Month;
  milestone: Milestone;
  precision: number;
}): string | null {
  const { latestValue, milestone, precision } = question;
  const { direction } = milestone;
  const months = monthsBetween(question.latestMonth, question.milestoneMonth);
  if (months <= 0 || reaches(latestValue, milestone, direction)) return null;
  const short = shortOf(latestValue, milestone, direction);
  // Division rounds at 20 decimals, so whether a pace falls short is asked of the product, which is exact.
  const after = (pace: Big) =>
    Big(latestValue)
      .plus(pace.times(months).times(signTo(latestValue, milestone, direction)))
      .toFixed();
  const around = (decimals: number): [Big, Big] => {
    const step = Big(10).pow(-decimals);
    const pace = short.div(step.times(months)).round(0, Big.roundDown).times(step);
    return [pace, pace.plus(step)];
  };
  for (let further = 1; further <= 1 + furtherDecimals; further++) {
    const arrives = around(precision + further).find((pace) => reaches(after(pace), milestone, direction));
    if (arrives) return arrives.toFixed();
  }
  const [before, past] = around(precision + 1);
  const away = (pace: Big) => shortOf(after(pace), milestone, direction);
  return (away(before).lte(away(past)) ? before : past).toFixed();
}
