import { addDays, type Day } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";

/** From which day a role is held and until which, both included. Null: from its grant on; without an end. */
export type HeldDays = { fromDay: string | null; toDay: string | null };

/** "from 1 January 2027 until 31 March 2027"; empty where it is held from its grant on and without an end. */
export const heldDaysName = ({ fromDay, toDay }: HeldDays): string =>
  [fromDay && `from ${dateName(fromDay)}`, toDay && `until ${dateName(toDay)}`].filter(Boolean).join(" ");

/** Whether two that both are not over yet share a day. */
export const shareADay = (one: HeldDays, other: HeldDays): boolean => beginsBy(one, other) && beginsBy(other, one);

const beginsBy = ({ fromDay }: HeldDays, { toDay }: HeldDays) => !fromDay || !toDay || fromDay <= toDay;

/** The days of one, of what is not over yet, that none of the others has. */
export const daysNotIn = <T extends HeldDays>(one: T, others: readonly HeldDays[]): T[] =>
  others.reduce((left, other) => left.flatMap((part) => without(part, other)), [one]);

function without<T extends HeldDays>(one: T, other: HeldDays): T[] {
  if (!shareADay(one, other)) return [one];
  const { fromDay, toDay } = other;
  const before =
    fromDay && (!one.fromDay || one.fromDay < fromDay) ? [{ ...one, toDay: addDays(fromDay as Day, -1) }] : [];
  const after = toDay && (!one.toDay || toDay < one.toDay) ? [{ ...one, fromDay: addDays(toDay as Day, 1) }] : [];
  return [...before, ...after];
}

/** How it stands on a day: it begins later, it is held, or it is over. */
export function standsOn({ fromDay, toDay }: HeldDays, day: Day): "to come" | "held" | "over" {
  if (toDay && toDay < day) return "over";
  return fromDay && fromDay > day ? "to come" : "held";
}
