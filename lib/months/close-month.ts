import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { scorecardMonth } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { getMonth } from "#lib/months/get-month";
import type { CloseMonth } from "#lib/months/inputs";
import { byWhom, lockMonth } from "#lib/months/lock-month";
import type { MonthPlace } from "#lib/months/open-month";
import { monthName } from "#lib/rules/month";
import { countWords } from "#lib/rules/whole-number";

/**
 * The performance officer closes a month: its figures are locked. Over what stands in the way only for a reason, which its
 * history keeps. Throws what `writeClosing` throws.
 */
export const closeMonth = (asker: Asker, given: CloseMonth, request?: FormRequest): Promise<MonthPlace | undefined> =>
  perform(asker, "month.close", (tx, actor) => writeClosing(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/**
 * Nobody saves, writes or decides in the month from its lock on, so that what is looked at here is what it closes over.
 * Throws WRONG_STATE when it is closed, CONFLICT when other things stand in the way than were read, INVALID without a reason
 * for them, and what `lockMonth` throws.
 */
export async function writeClosing(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month, seen, reason }: CloseMonth,
): Promise<MonthPlace> {
  const locked = await lockMonth(tx, actor, { scorecardId, month });
  if (locked.closedAt) {
    const who = await byWhom(tx, actor, locked.closedBy, locked.closedAt);
    throw new Refusal("WRONG_STATE", `${monthName(month)} was closed ${who}. Nothing more was done.`);
  }
  const { blockers, seen: stands } = (await getMonth(actor, locked.slug, month, tx))!.checklist;
  if (stands !== seen) {
    throw new Refusal(
      "CONFLICT",
      `What stands in the way of closing ${monthName(month)} has changed since you opened this page: ${countWords(blockers.length)} now. Look at the list again.`,
    );
  }
  if (blockers.length > 0 && reason === "") {
    const message = "Say why the month is closed over what stands in the way.";
    throw new Refusal("INVALID", message, { fields: { reason: message } });
  }
  await tx
    .update(scorecardMonth)
    .set({ closedAt: now, closedBy: actor.person.id })
    .where(eq(scorecardMonth.id, locked.id));
  return { slug: locked.slug, month };
}
