import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import { whyNotRecord } from "#lib/rules/recording";

type Place = Pick<LockedCell, "ref" | "team" | "teamId" | "month" | "monthState" | "isDue" | "rule">;

/** Throws what `whyNotRecord` answers: WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN, MONTH_CLOSED, NOT_DUE. */
export function requireRecorder(actor: Pick<PersonActor, "roles">, { teamId, ...place }: Place): void {
  const whyNot = whyNotRecord({
    ...place,
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === teamId),
  });
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
