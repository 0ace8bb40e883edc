import type { Drawn } from "#components/pictures/drawn";
import { signTo } from "#lib/rules/band";
import { figureWords } from "#lib/rules/figure-words";
import { type Month, monthName } from "#lib/rules/month";
import { type Given, isThereIn, paceAMonth, paceSoFar, reachedBy } from "#lib/rules/pace";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";

/** A milestone to come, with how much a month it takes and how much a month there was; `bars`: both as parts of a hundred, the second below zero where it leads away. */
export type PaceRow = {
  ref: string;
  measure: string;
  month: Month;
  asTyped: string;
  latest: string;
  needed: string;
  soFar: string;
  /** "At this pace June 2014", and whether that is in time. */
  words: string;
  isInTime: boolean | null;
  bars: { needed: number; soFar: number } | null;
};

/** Every indicator's next milestone after a month, the nearest first. */
export const paceRows = (drawn: readonly Drawn[], after: Month): PaceRow[] =>
  drawn.flatMap((each) => rowOf(each, after) ?? []).toSorted((a, b) => a.month.localeCompare(b.month));

function rowOf({ indicator, next }: Drawn, after: Month): PaceRow | null {
  if (!next) return null;
  const figures: Given[] = [...indicator.cells.values()]
    .flatMap(({ month, actual }) => (actual?.value != null && month <= after ? { month, value: actual.value } : []))
    .toSorted((a, b) => a.month.localeCompare(b.month));
  const latest = figures.at(-1);
  const pace = paceSoFar(figures);
  const { now, ref } = indicator;
  const soFar = pace && paceAMonth(pace, now.precision);
  const isThere = latest !== undefined && next.pace === null;
  const gained = latest && soFar ? Number(soFar) * signTo(latest.value, next.milestone, next.milestone.direction) : 0;
  return {
    ref,
    measure: now.measure,
    month: next.month,
    asTyped: next.milestone.asTyped,
    latest: latest ? `${figureWords(latest.value, now)} in ${monthName(latest.month)}` : "none yet",
    needed: next.pace ?? (isThere ? "there already" : "–"),
    soFar: soFar === null ? "–" : Number(soFar) > 0 ? `+${soFar}` : soFar.replace("-", "−"),
    ...outlook(pace, next, isThere, gained),
    bars: next.pace !== null && soFar !== null ? barsOf(Number(next.pace), gained) : null,
  };
}

function barsOf(needed: number, soFar: number) {
  const most = Math.max(needed, Math.abs(soFar)) || 1;
  return { needed: Math.round((needed / most) * 100), soFar: Math.round((soFar / most) * 100) };
}

function outlook(
  pace: ReturnType<typeof paceSoFar>,
  { month, milestone }: MilestoneAhead,
  isThere: boolean,
  gained: number,
): Pick<PaceRow, "words" | "isInTime"> {
  if (!pace) return { words: isThere ? "there already" : "too few figures to say", isInTime: isThere || null };
  const by = reachedBy(pace, milestone);
  if (isThere) return { words: "there already", isInTime: true };
  if (!by && gained <= 0) return { words: gained < 0 ? "moving away from it" : "not moving", isInTime: false };
  if (!by) return { words: "at this pace not within five years", isInTime: false };
  const isInTime = isThereIn(pace, milestone, month);
  const isPast = by <= month && !isInTime;
  return { words: isPast ? "at this pace past it by then" : `at this pace ${monthName(by)}`, isInTime };
}
