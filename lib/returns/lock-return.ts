import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecardMonth } from "#db/schema/months";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { findReturnAddress, type ReturnPlace } from "#lib/returns/find-return-address";
import { getTeamReturn, type TeamReturn } from "#lib/returns/get-team-return";
import { monthName } from "#lib/rules/month";

/**
 * A team's return as it goes on standing until the transaction ends: its month is locked against who saves, writes, decides,
 * closes or submits there, and read in another statement, so that what was done while this one waited is seen. Throws
 * NOT_FOUND, MONTH_NOT_OPEN, MONTH_CLOSED, and NOT_DUE where nothing is asked of the team.
 */
export async function lockReturn(
  tx: Database,
  actor: PersonActor,
  { scorecardId, teamId, month }: ReturnPlace,
): Promise<TeamReturn> {
  const address = await findReturnAddress(actor, { scorecardId, teamId, month }, tx);
  const [opened] = await tx
    .select({ closedAt: scorecardMonth.closedAt })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, scorecardId), eq(scorecardMonth.month, month)))
    .for("update");
  if (!opened) throw new Refusal("MONTH_NOT_OPEN", `${monthName(month)} has not been opened.`);
  if (opened.closedAt) {
    throw new Refusal("MONTH_CLOSED", `${monthName(month)} is closed, so its returns stay as they are.`);
  }
  const found = await getTeamReturn(actor, address, tx);
  if (!found) throw new Refusal("NOT_DUE", `Nothing is asked of this team for ${monthName(month)}.`);
  return found;
}
