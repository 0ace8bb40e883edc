import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { secondFactor } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requirePassword } from "#lib/people/change-password";
import type { PasswordAndCode } from "#lib/people/second-factor/inputs";
import { requireCode } from "#lib/people/second-factor/require-code";
import { writeRecoveryCodes } from "#lib/people/second-factor/write-recovery-codes";

/** A person has ten new recovery codes, and those before work no longer. Throws WRONG_PASSWORD, WRONG_CODE, TOO_MANY and WRONG_STATE. */
export async function renewRecoveryCodes(actor: PersonActor, { current, code }: PasswordAndCode): Promise<string[]> {
  await requirePassword(actor, current, "recovery_codes.renew");
  const { use, forget } = await requireCode(actor, code, "recovery_codes.renew");
  const codes = await perform(actor, "recovery_codes.renew", async (tx, { person }) => {
    await use(tx);
    const [factor] = await tx
      .select({ id: secondFactor.id })
      .from(secondFactor)
      .where(
        and(eq(secondFactor.personId, person.id), isNotNull(secondFactor.confirmedAt), isNull(secondFactor.endedAt)),
      );
    if (!factor) throw new Refusal("WRONG_STATE", "You have no second factor any more.");
    return writeRecoveryCodes(tx, person.id, factor.id);
  });
  await forget();
  return codes ?? [];
}
