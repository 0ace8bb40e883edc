import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { Refusal } from "#lib/audit/refusal";
import { type WhyNotRecord, whyNotRecord } from "#lib/rules/recording";

type Place = Pick<LockedCell, "ref" | "team" | "teamId" | "month" | "monthState" | "isDue" | "rule" | "submitted">;
type Recorder = Pick<PersonActor, "roles" | "organisation">;

/** Why a person may not record what a cell says; null when they may. */
export const whyNotRecorder = (actor: Recorder, { teamId, ...place }: Place): WhyNotRecord | null =>
  whyNotRecord({
    ...place,
    timeZone: actor.organisation.timeZone,
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === teamId),
  });

/** Throws what `whyNotRecord` answers: WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN, MONTH_CLOSED, WRONG_STATE, NOT_DUE. */
export function requireRecorder(actor: Recorder, place: Place): void {
  const whyNot = whyNotRecorder(actor, place);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
