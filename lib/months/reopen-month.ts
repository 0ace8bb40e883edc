import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { edition } from "#db/schema/editions";
import { scorecardMonth } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { ReopenMonth } from "#lib/months/inputs";
import { lockMonth } from "#lib/months/lock-month";
import type { MonthPlace } from "#lib/months/open-month";
import { monthName } from "#lib/rules/month";

/** The performance officer opens a closed month again, for a reason that its history keeps. Throws what `writeReopening` throws. */
export const reopenMonth = (asker: Asker, given: ReopenMonth, request?: FormRequest): Promise<MonthPlace | undefined> =>
  perform(asker, "month.reopen", (tx, actor) => writeReopening(tx, actor, given), {
    request,
    reason: given.reason,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/** Throws WRONG_STATE when the month is open or published, and what `lockMonth` throws. */
export async function writeReopening(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month }: ReopenMonth,
): Promise<MonthPlace> {
  const locked = await lockMonth(tx, actor, { scorecardId, month });
  if (!locked.closedAt) throw new Refusal("WRONG_STATE", `${monthName(month)} is open, so there is nothing to reopen.`);
  const [published] = await tx
    .select({ number: edition.number })
    .from(edition)
    .where(and(eq(edition.scorecardId, scorecardId), eq(edition.month, month)))
    .limit(1);
  if (published) {
    throw new Refusal("WRONG_STATE", `${monthName(month)} is published, and a published month is never opened again.`);
  }
  await tx.update(scorecardMonth).set({ closedAt: null, closedBy: null }).where(eq(scorecardMonth.id, locked.id));
  return { slug: locked.slug, month };
}
