import { and, eq, isNull } from "drizzle-orm";
import { secondFactor } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { requirePassword } from "#lib/people/change-password";
import type { PasswordAndCode } from "#lib/people/second-factor/inputs";
import { requireCode } from "#lib/people/second-factor/require-code";

/** A person takes their second factor away, and signs in by their password alone. Throws WRONG_PASSWORD, WRONG_CODE, TOO_MANY and WRONG_STATE. */
export async function removeSecondFactor(actor: PersonActor, { current, code }: PasswordAndCode): Promise<void> {
  await requirePassword(actor, current, "second_factor.remove");
  const { use, forget } = await requireCode(actor, code, "second_factor.remove");
  await perform(actor, "second_factor.remove", async (tx, { person }) => {
    await use(tx);
    await tx
      .update(secondFactor)
      .set({ endedBy: person.id })
      .where(and(eq(secondFactor.personId, person.id), isNull(secondFactor.endedAt)));
  });
  await forget();
}
