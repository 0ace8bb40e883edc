import type { Decision } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** "Lapsed 14 January 2014, 09:32, when The team lead changed it.", of an approval that does not hold; else null. */
export function lapsedWhen({ lapsedAt, lapsedBy }: Decision, timeZone: string): string | null {
  if (!lapsedAt) return null;
  return `Lapsed ${momentName(lapsedAt, timeZone)}${lapsedBy ? `, when ${apart(lapsedBy)} changed it` : ""}.`;
}
