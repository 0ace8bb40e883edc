import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { AboutPersonWhy } from "#lib/people/inputs";
import { endInvitations } from "#lib/people/make-invitation";
import { apart } from "#lib/rules/direction";

/** The performance officer ends the link by which somebody could set a password. Throws what `writeWithdrawal` throws. */
export const withdrawInvitation = (asker: Asker, given: AboutPersonWhy, request?: FormRequest) =>
  perform(asker, "invitation.withdraw", (tx, actor) => writeWithdrawal(tx, actor, given), {
    request,
    reason: given.reason,
  });

/** Throws NOT_FOUND; WRONG_SCOPE for people of another organisation; WRONG_STATE where no link works. */
export async function writeWithdrawal(tx: Database, actor: PersonActor, { person }: Pick<AboutPersonWhy, "person">) {
  const { name } = await findOwnPerson(tx, actor, person);
  if ((await endInvitations(tx, person)) > 0) return;
  throw new Refusal(
    "WRONG_STATE",
    `No invitation of ${apart(name)} works any more: it was used, withdrawn, or its week is over.`,
  );
}
