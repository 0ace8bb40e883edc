import type { Day } from "#lib/rules/day";

/** How a cell stands against the date by which its month's figures are due. Given: a figure, or a reason why there is none. */
export type Timeliness = "not due" | "given" | "late" | "awaited" | "missing";

/**
 * A figure given after its date is late; one that was not given is missing once the date has passed or the month is
 * closed, and awaited until then. A month without a date is late for nothing. What was given though not due is not counted.
 */
export function timelinessOf({
  isDue,
  givenOn,
  figuresDue,
  today,
  isClosed,
}: {
  isDue: boolean;
  givenOn: Day | null;
  figuresDue: string | null;
  today: Day;
  isClosed: boolean;
}): Timeliness {
  if (!isDue) return "not due";
  if (givenOn !== null) return figuresDue !== null && givenOn > figuresDue ? "late" : "given";
  return isClosed || (figuresDue !== null && today > figuresDue) ? "missing" : "awaited";
}

/** Of some cells, how many are due, how many of those are given, late among them, and how many are missing or awaited. */
export type Counts = { due: number; given: number; late: number; missing: number; awaited: number };

export function countTimeliness(cells: readonly Timeliness[]): Counts {
  const many = (...kinds: Timeliness[]) => cells.filter((each) => kinds.includes(each)).length;
  return {
    due: cells.length - many("not due"),
    given: many("given", "late"),
    late: many("late"),
    missing: many("missing"),
    awaited: many("awaited"),
  };
}
