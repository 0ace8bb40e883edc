import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { AboutPerson } from "#lib/people/inputs";
import { mailInvitation } from "#lib/people/mail-invitation";
import { canSignIn, makeInvitation } from "#lib/people/make-invitation";
import { apart } from "#lib/rules/direction";

/** The performance officer invites somebody again who cannot sign in yet. Throws what `writeRenewal` throws. */
export const renewInvitation = (asker: Asker, given: AboutPerson, request?: FormRequest) =>
  perform(asker, "invitation.renew", (tx, actor) => writeRenewal(tx, actor, given), { request });

/**
 * Answers the new link's token, and whether it ends one before. Throws NOT_FOUND; WRONG_SCOPE for people of another
 * organisation; WRONG_STATE for somebody disabled, and for who can sign in already, as whom nobody else may come.
 */
export async function writeRenewal(tx: Database, actor: PersonActor, { person: personId }: AboutPerson) {
  const { name, email, disabledAt } = await findOwnPerson(tx, actor, personId);
  if (disabledAt) throw new Refusal("WRONG_STATE", `${apart(name)} is disabled. Enable them before you invite them.`);
  if (await canSignIn(tx, personId)) {
    throw new Refusal("WRONG_STATE", `${apart(name)} can sign in already, and needs no link.`);
  }
  const made = await makeInvitation(tx, personId, actor.person.id);
  await mailInvitation(tx, actor, { personId, name, ...made });
  return { name, email, ...made };
}
