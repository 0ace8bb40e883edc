import type { Day } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";

/** From which day a role is held and until which, both included. Null: from its grant on; without an end. */
export type HeldDays = { fromDay: string | null; toDay: string | null };

/** "from 1 January 2027 until 31 March 2027"; empty where it is held from its grant on and without an end. */
export const heldDaysName = ({ fromDay, toDay }: HeldDays): string =>
  [fromDay && `from ${dateName(fromDay)}`, toDay && `until ${dateName(toDay)}`].filter(Boolean).join(" ");

/** Whether two that both are not over yet share a day. */
export const shareADay = (one: HeldDays, other: HeldDays): boolean => beginsBy(one, other) && beginsBy(other, one);

const beginsBy = ({ fromDay }: HeldDays, { toDay }: HeldDays) => !fromDay || !toDay || fromDay <= toDay;

/** Whether all days of the other that are left are days of the first. */
export const coversDays = (one: HeldDays, other: HeldDays): boolean =>
  (!one.fromDay || (other.fromDay !== null && one.fromDay <= other.fromDay)) &&
  (!one.toDay || (other.toDay !== null && other.toDay <= one.toDay));

/** How it stands on a day: it begins later, it is held, or it is over. */
export function standsOn({ fromDay, toDay }: HeldDays, day: Day): "to come" | "held" | "over" {
  if (toDay && toDay < day) return "over";
  return fromDay && fromDay > day ? "to come" : "held";
}
