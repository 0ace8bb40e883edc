import type { PersonActor } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import type { ActualContent } from "#lib/rules/actual";
import { asksWhy, reliedAfter, wrongReason } from "#lib/rules/asks-why";
import { type GivenReason, readReason } from "#lib/rules/change-reason";
import { dayName } from "#lib/rules/moment";

/**
 * Throws INVALID where a figure that others rely on would change without a reason, with what is said before it does. Answers
 * what is said before it changes the next time.
 */
export function requireReason(
  actor: PersonActor,
  { relied: { approvedAt, ...others }, ...cell }: LockedCell,
  after: ActualContent,
  given: GivenReason,
): string | null {
  const relied = { ...others, approvedOn: approvedAt && dayName(approvedAt, actor.organisation.timeZone) };
  const asks = asksWhy(relied);
  const message = wrongReason(cell.present, after, { asks, given });
  if (message !== null)
    throw new Refusal("INVALID", message, { fields: { because: message }, details: { asksWhy: asks } });
  return asksWhy(reliedAfter(relied, cell.present, after));
}

/** What the trail keeps of a reason. */
export function reasonOf(given: GivenReason): string | undefined {
  const reading = readReason(given);
  return (reading.ok && reading.reason) || undefined;
}
