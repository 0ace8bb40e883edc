import type { PersonActor } from "#lib/access/actor";
import type { Cell, LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import type { ActualContent } from "#lib/rules/actual";
import { asksWhy, isReasonAsked, reliedAfter, wrongReason } from "#lib/rules/asks-why";
import { type GivenReason, readReason } from "#lib/rules/change-reason";
import { dayName } from "#lib/rules/moment";

/**
 * Throws INVALID where a figure that others rely on would change without a reason, with what is said before it does. Answers
 * what is said before it changes the next time.
 */
export function requireReason(
  actor: PersonActor,
  cell: LockedCell,
  after: ActualContent,
  given: GivenReason,
): string | null {
  const relied = reliedOf(actor, cell);
  const asks = asksWhy(relied);
  const message = wrongReason(cell.present, after, { asks, given });
  if (message !== null)
    throw new Refusal("INVALID", message, { fields: { because: message }, details: { asksWhy: asks } });
  return asksWhy(reliedAfter(relied, cell.present, after));
}

const reliedOf = (actor: PersonActor, { relied: { approvedAt, ...others } }: Pick<Cell, "relied">) => {
  return { ...others, approvedOn: approvedAt && dayName(approvedAt, actor.organisation.timeZone) };
};

/** What is said before a cell's figure becomes another; null where that asks for no reason. */
export function whyAsked(actor: PersonActor, cell: Cell, after: ActualContent): string | null {
  const asks = asksWhy(reliedOf(actor, cell));
  return isReasonAsked(cell.present, after, asks) ? asks : null;
}

/** What the trail keeps of a reason. */
export function reasonOf(given: GivenReason): string | undefined {
  const reading = readReason(given);
  return (reading.ok && reading.reason) || undefined;
}
