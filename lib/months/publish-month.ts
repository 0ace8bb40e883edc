import type { Database } from "#db/client";
import { edition } from "#db/schema/editions";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { sealInside } from "#lib/audit/seal/seal-inside";
import { getMonth } from "#lib/months/get-month";
import type { PublishMonth } from "#lib/months/inputs";
import { lockMonth } from "#lib/months/lock-month";
import type { MonthPlace } from "#lib/months/open-month";
import { whyNotOver } from "#lib/months/why-not-over";
import { monthName } from "#lib/rules/month";
import { countWords } from "#lib/rules/whole-number";

/**
 * The performance officer publishes a closed month as its next edition, which never changes and is what readers see. Over
 * what stands in the way only for a reason, which stands on the edition with the list. Throws what `writePublication` throws.
 */
export const publishMonth = (
  asker: Asker,
  given: PublishMonth,
  request?: FormRequest,
): Promise<MonthPlace | undefined> =>
  perform(asker, "month.publish", (tx, actor) => writePublication(tx, actor, given), {
    request,
    reason: given.reason || undefined,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/**
 * The cut is taken by the edition's own trigger, and sealed with it. Throws WRONG_STATE when the month is open, or over what
 * stands in the way where the organisation's settings do not let this officer; CONFLICT when it was published
 * meanwhile or other things stand in the way than were read, INVALID without a reason for them, and what `lockMonth` throws.
 */
export async function writePublication(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month, number, seen, reason }: PublishMonth,
): Promise<MonthPlace> {
  const { slug, closedAt } = await lockMonth(tx, actor, { scorecardId, month });
  if (!closedAt) throw new Refusal("WRONG_STATE", `${monthName(month)} is open. Close it before it is published.`);
  const { checklist, editions } = (await getMonth(actor, slug, month, tx))!;
  if (editions.length + 1 !== number) {
    throw new Refusal(
      "CONFLICT",
      `${monthName(month)} was published as edition ${editions.length} after you opened this page. Yours would have been edition ${number}.`,
    );
  }
  if (checklist.seen !== seen) {
    throw new Refusal(
      "CONFLICT",
      `What stands in the way of publishing ${monthName(month)} has changed since you opened this page: ${countWords(checklist.blockers.length)} now. Look at the list again.`,
    );
  }
  const blockers = checklist.blockers.map(({ kind, indicatorId, ref, team, words }) => {
    return { kind, indicatorId, ref, team: team ?? "", words };
  });
  if (blockers.length > 0 && reason === "") {
    const message = "Say why the month is published over what stands in the way.";
    throw new Refusal("INVALID", message, { fields: { reason: message } });
  }
  const whyNot = blockers.length > 0 ? await whyNotOver(actor, { scorecardId, month }, tx) : null;
  if (whyNot) throw new Refusal("WRONG_STATE", whyNot);
  await tx.insert(edition).values({
    scorecardId,
    month,
    blockers,
    reason: blockers.length > 0 ? reason : null,
    publishedBy: actor.person.id,
  });
  await sealInside(tx);
  return { slug, month };
}
