import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { invitePerson } from "#lib/people/invite-person";

/** Gives somebody of the test's world a password as it is given to anybody: by an invitation, which they accept. */
export async function givePassword(ownerUrl: string, email: string, password: string): Promise<void> {
  const { token } = await perform(operator(ownerUrl, "a test"), "person.invite", (tx) =>
    invitePerson(tx, { email, role: "reader", newLink: true }),
  );
  await acceptInvitation({ token: token!, password, again: password }, { address: null, agent: "test" });
}
