import { and, eq, isNull } from "drizzle-orm";
import { secondFactor } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { sealSecret } from "#lib/access/second-factor/sealed-secret";
import { newSecret } from "#lib/access/second-factor/totp";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requirePassword } from "#lib/people/change-password";
import type { EnrolSecondFactor } from "#lib/people/second-factor/inputs";

/**
 * A person begins to set up a second factor, which asks for nothing until a code confirms it; one begun before is let go.
 * Throws WRONG_PASSWORD and TOO_MANY; WRONG_STATE from the database for who has one.
 */
export async function enrolSecondFactor(
  actor: PersonActor,
  { current }: Pick<EnrolSecondFactor, "current">,
): Promise<void> {
  await requirePassword(actor, current, "second_factor.enrol");
  const sealedSecret = await sealSecret(actor.person.id, actor.sessionId, newSecret());
  await perform(actor, "second_factor.enrol", async (tx, { person }) => {
    await tx
      .update(secondFactor)
      .set({ endedBy: person.id })
      .where(and(eq(secondFactor.personId, person.id), isNull(secondFactor.endedAt)));
    const begun = await tx
      .insert(secondFactor)
      .values({ personId: person.id, sealedSecret })
      .onConflictDoNothing()
      .returning({ id: secondFactor.id });
    if (begun.length === 0) {
      throw new Refusal("WRONG_STATE", "You began to set one up in another window just now. Open this page again.");
    }
  });
}
