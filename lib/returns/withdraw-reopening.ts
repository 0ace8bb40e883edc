import type { Database } from "#db/client";
import { reopening } from "#db/schema/returns";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { ReturnAddress } from "#lib/returns/find-return-address";
import type { WithdrawReopening } from "#lib/returns/inputs";
import { lockReturn } from "#lib/returns/lock-return";
import { waitingOf } from "#lib/returns/reopen-return";
import { requireAsked } from "#lib/returns/require-asked";
import { requireLead } from "#lib/returns/submit-return";

/** A lead of the team takes back the request to reopen their return. Throws what `writeReopeningWithdrawal` throws. */
export const withdrawReopening = (
  asker: Asker,
  given: WithdrawReopening,
  request?: FormRequest,
): Promise<ReturnAddress | undefined> =>
  perform(asker, "reopening.withdraw", (tx, actor) => writeReopeningWithdrawal(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/** Throws WRONG_SCOPE, and what `lockReturn` and `requireAsked` throw. */
export async function writeReopeningWithdrawal(
  tx: Database,
  actor: PersonActor,
  { seen, ...place }: WithdrawReopening,
): Promise<ReturnAddress> {
  requireLead(actor, place.teamId);
  const found = await lockReturn(tx, actor, place);
  const submission = requireAsked(found, seen, actor.organisation.timeZone);
  await tx.update(reopening).set({ withdrawnBy: actor.person.id }).where(waitingOf(submission));
  return { slug: found.scorecard.slug, team: found.team.slug, month: place.month };
}
