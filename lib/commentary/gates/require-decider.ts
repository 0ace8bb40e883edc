import { decidedTeams, type PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { whyNotDecide } from "#lib/rules/commenting";

type Place = Pick<CommentCell, "ref" | "team" | "month" | "monthState">;

/** Why this person may not decide here, in words; null when they may. */
export const whyNotDecideHere = (actor: Pick<PersonActor, "roles" | "standsFor">, cell: Place) =>
  whyNotDecide({
    ref: cell.ref,
    team: cell.team?.name ?? null,
    month: cell.month,
    monthState: cell.monthState,
    isHead: decidedTeams(actor).length > 0,
    headsTeam: decidedTeams(actor).some(({ id }) => id === cell.team?.id),
  });

/** Throws WRONG_ROLE, WRONG_SCOPE or MONTH_NOT_OPEN. */
export function requireDecider(actor: Pick<PersonActor, "roles">, cell: Place): void {
  const whyNot = whyNotDecideHere(actor, cell);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
