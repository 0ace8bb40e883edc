import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { whyNotDecide } from "#lib/rules/commenting";

type Place = Pick<CommentCell, "ref" | "team" | "month" | "monthState">;
type Deciding = Parameters<typeof whyNotDecide>[1];

/** Why this person may not decide here, in words; null when they may. */
export const whyNotDecideHere = (actor: Pick<PersonActor, "roles">, cell: Place, deciding: Deciding) =>
  whyNotDecide(
    {
      ref: cell.ref,
      team: cell.team?.name ?? null,
      month: cell.month,
      monthState: cell.monthState,
      isHead: holds(actor, "head of service"),
      headsTeam: teamsOf(actor, "head of service").some(({ id }) => id === cell.team?.id),
    },
    deciding,
  );

/** Throws WRONG_ROLE, WRONG_SCOPE, MONTH_NOT_OPEN or, for a return, MONTH_CLOSED. */
export function requireDecider(actor: Pick<PersonActor, "roles">, cell: Place, deciding: Deciding): void {
  const whyNot = whyNotDecideHere(actor, cell, deciding);
  if (whyNot) throw new Refusal(whyNot.code, whyNot.message);
}
