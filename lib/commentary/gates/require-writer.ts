import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { whyNotWrite } from "#lib/rules/commenting";

type Place = Pick<CommentCell, "ref" | "team" | "month" | "monthState">;

/** Why this person may not write here, in words; null when they may. */
export const whyNotWriteHere = (actor: Pick<PersonActor, "roles">, cell: Place) =>
  whyNotWrite({
    ref: cell.ref,
    team: cell.team?.name ?? null,
    month: cell.month,
    monthState: cell.monthState,
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some(({ id }) => id === cell.team?.id),
  });

/** Throws WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN or MONTH_CLOSED. */
export function requireWriter(actor: Pick<PersonActor, "roles">, cell: Place): void {
  const whyNot = whyNotWriteHere(actor, cell);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
