import { openidLink } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requirePassword } from "#lib/people/change-password";

/**
 * A person adds an account by which they sign in from now on, and shows with their password that it is they who do. Throws
 * WRONG_PASSWORD and TOO_MANY; WRONG_STATE where it is somebody's already, or they have one of that issuer.
 */
export async function addOpenIdLink(
  actor: PersonActor,
  { issuer, subject, current }: { issuer: string; subject: string; current: string },
): Promise<void> {
  await requirePassword(actor, current, "openid_link.add");
  await perform(actor, "openid_link.add", async (tx, { person }) => {
    const made = await tx
      .insert(openidLink)
      .values({ personId: person.id, issuer, subject, linkedBy: person.id })
      .onConflictDoNothing()
      .returning({ id: openidLink.id });
    if (made.length === 0) {
      throw new Refusal("WRONG_STATE", "This account is linked to somebody already, or you have linked another.");
    }
  });
}
