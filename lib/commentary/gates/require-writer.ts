import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { whyNotWrite } from "#lib/rules/commenting";

type Place = Pick<CommentCell, "ref" | "team" | "month" | "monthState" | "submitted" | "revisions">;
type Writer = Pick<PersonActor, "roles" | "organisation">;

/** Why this person may not write here, in words; null when they may. */
export const whyNotWriteHere = (actor: Writer, cell: Place) =>
  whyNotWrite({
    ref: cell.ref,
    team: cell.team?.name ?? null,
    month: cell.month,
    monthState: cell.monthState,
    submitted: cell.submitted,
    decisions: cell.revisions.flatMap(({ decisions }) => decisions),
    timeZone: actor.organisation.timeZone,
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === cell.team?.id),
  });

/** Throws WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN, MONTH_CLOSED or, once the return is submitted, WRONG_STATE. */
export function requireWriter(actor: Writer, cell: Place): void {
  const whyNot = whyNotWriteHere(actor, cell);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
