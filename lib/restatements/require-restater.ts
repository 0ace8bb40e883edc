import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import { type WhyNotRestate, whyNotRestate } from "#lib/rules/restating";

type Place = Pick<LockedCell, "ref" | "team" | "teamId" | "month" | "monthState" | "isDue" | "present">;

/** Why a person may not restate what a cell says; null when they may. */
export const whyNotRestater = (
  actor: Pick<PersonActor, "roles">,
  { teamId, present, ...place }: Place,
): WhyNotRestate | null =>
  whyNotRestate({
    ...place,
    hasFigure: present !== null && (present.value !== null || present.missing !== null),
    isHead: holds(actor, "head of service"),
    headsTeam: teamsOf(actor, "head of service").some(({ id }) => id === teamId),
  });

/** Throws what `whyNotRestate` answers: WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN, WRONG_STATE, NOT_DUE. */
export function requireRestater(actor: Pick<PersonActor, "roles">, place: Place): void {
  const whyNot = whyNotRestater(actor, place);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
