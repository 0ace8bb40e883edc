import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import { type WhyNotRecord, whyNotRecord } from "#lib/rules/recording";

type Place = Pick<LockedCell, "ref" | "team" | "teamId" | "month" | "monthState" | "isDue" | "rule">;

/** Why a person may not record what a cell says; null when they may. */
export const whyNotRecorder = (actor: Pick<PersonActor, "roles">, { teamId, ...place }: Place): WhyNotRecord | null =>
  whyNotRecord({
    ...place,
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === teamId),
  });

/** Throws what `whyNotRecord` answers: WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN, MONTH_CLOSED, NOT_DUE. */
export function requireRecorder(actor: Pick<PersonActor, "roles">, place: Place): void {
  const whyNot = whyNotRecorder(actor, place);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
