import type { Database } from "#db/client";
import { reopening } from "#db/schema/returns";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { ReturnAddress } from "#lib/returns/find-return-address";
import type { AskReopening } from "#lib/returns/inputs";
import { lockReturn } from "#lib/returns/lock-return";
import { requireSubmitted } from "#lib/returns/require-submitted";
import { requireLead } from "#lib/returns/submit-return";
import { apart } from "#lib/rules/direction";
import { momentName, momentSince } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A team lead asks for their submitted return to be reopened, and says why. Throws what `writeAsking` throws. */
export const askReopening = (
  asker: Asker,
  given: AskReopening,
  request?: FormRequest,
): Promise<ReturnAddress | undefined> =>
  perform(asker, "reopening.ask", (tx, actor) => writeAsking(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/** Throws WRONG_SCOPE, WRONG_STATE where it is not submitted, is reopened or was asked about already, and what `lockReturn` throws. */
export async function writeAsking(
  tx: Database,
  actor: PersonActor,
  { reason, ...place }: AskReopening,
): Promise<ReturnAddress> {
  requireLead(actor, place.teamId);
  const found = await lockReturn(tx, actor, place);
  const { id, isReopened, reopenedUntil, askedAt, askedBy } = requireSubmitted(found);
  const its = `The ${apart(found.team.name)} return for ${monthName(place.month)}`;
  const { timeZone } = actor.organisation;
  if (isReopened && reopenedUntil) {
    throw new Refusal("WRONG_STATE", `${its} is reopened until ${momentName(reopenedUntil, timeZone)} already.`);
  }
  if (askedAt) {
    const when = momentSince(askedAt, new Date(), timeZone);
    throw new Refusal(
      "WRONG_STATE",
      `${apart(askedBy ?? "")} asked for it at ${when} already, and it waits to be reopened.`,
    );
  }
  await tx.insert(reopening).values({ ...place, submissionId: id, askedBy: actor.person.id, askedReason: reason });
  return { slug: found.scorecard.slug, team: found.team.slug, month: place.month };
}
