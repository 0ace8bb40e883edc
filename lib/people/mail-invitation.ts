import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { invitationLetter } from "#lib/mail/letters";
import { sendsMail } from "#lib/mail/sends-mail";
import { writeMail } from "#lib/mail/write-mail";
import { linkOf } from "#lib/people/link-of";

type Mailed = { personId: string; name: string; invitationId: string | null; token: string | null };

/** Sends the link of an invitation to whom it is for, where there is mail; whoever made it has it as well. */
export async function mailInvitation(tx: Database, { organisation }: PersonActor, invited: Mailed): Promise<void> {
  const { personId, name, invitationId, token } = invited;
  if (!sendsMail() || invitationId === null || token === null) return;
  const letter = invitationLetter({ organisation: organisation.name, name }, linkOf(token));
  await writeMail(tx, { organisationId: organisation.id, personId, kind: "invitation", ofRow: invitationId, letter });
}
