import { performAsOperator } from "#lib/audit/perform-as-operator";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { invitePerson } from "#lib/people/invite-person";

/** Gives somebody of the test's world a password as it is given to anybody: by an invitation, which they accept. */
export async function givePassword(ownerUrl: string, email: string, password: string): Promise<void> {
  const { token } = await performAsOperator(ownerUrl, "person.invite", "a test", (tx) =>
    invitePerson(tx, { email, role: "reader", newLink: true }),
  );
  await acceptInvitation({ token: token!, password, again: password }, { address: null, agent: "test" });
}
