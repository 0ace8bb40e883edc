import type { Yard } from "#hammer/yard";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { invitePerson } from "#lib/people/invite-person";

/** An invitation to the demonstration's council, as its link's token. */
export async function invitationOf(yard: Yard, email: string): Promise<string> {
  const [council] = await yard.query("select id from organisation where slug = 'demonstration'");
  const command = operator(yard.ownerUrl(), "npm run hammer", String(council?.id));
  const { token } = await perform(command, "person.invite", (tx) =>
    invitePerson(tx, { email, role: "reader", newLink: true }, String(council?.id)),
  );
  return String(token);
}
