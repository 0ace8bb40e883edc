import type { Database } from "#db/client";
import { reopening } from "#db/schema/returns";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { ReturnAddress } from "#lib/returns/find-return-address";
import type { RefuseReopening } from "#lib/returns/inputs";
import { lockReturn } from "#lib/returns/lock-return";
import { requireReopener, waitingOf } from "#lib/returns/reopen-return";
import { requireAsked } from "#lib/returns/require-asked";

/**
 * A head of service of the team, or the performance officer, says no to a request to reopen a return, and why. Throws what
 * `writeReopeningRefusal` throws.
 */
export const refuseReopening = (
  asker: Asker,
  given: RefuseReopening,
  request?: FormRequest,
): Promise<ReturnAddress | undefined> =>
  perform(asker, "reopening.refuse", (tx, actor) => writeReopeningRefusal(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/** Throws WRONG_SCOPE, and what `lockReturn` and `requireAsked` throw. */
export async function writeReopeningRefusal(
  tx: Database,
  actor: PersonActor,
  { reason, seen, ...place }: RefuseReopening,
): Promise<ReturnAddress> {
  requireReopener(actor, place.teamId);
  const found = await lockReturn(tx, actor, place);
  const submission = requireAsked(found, seen, actor.organisation.timeZone);
  const refused = { refusedBy: actor.person.id, refusedReason: reason };
  await tx.update(reopening).set(refused).where(waitingOf(submission));
  return { slug: found.scorecard.slug, team: found.team.slug, month: place.month };
}
