import { TOTP } from "otpauth";
import { signInPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { openSecret } from "#lib/access/second-factor/sealed-secret";
import { confirmSecondFactor } from "#lib/people/second-factor/confirm-second-factor";
import { enrolSecondFactor } from "#lib/people/second-factor/enrol-second-factor";

/** What an app would show: of now, or of so many half minutes from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

/** The secret of a second factor that somebody set up or began to. */
export async function secretOf(personId: string): Promise<string> {
  const { rows } = await signInPool().query(
    "select sealed_secret from second_factor where person_id = $1 and ended_at is null",
    [personId],
  );
  return (await openSecret(personId, rows[0].sealed_secret))!;
}

/**
 * Somebody with a second factor, set up by the code of the half minute before: that of now still counts. Answers its secret
 * and the recovery codes.
 */
export async function enrolled(actor: PersonActor, password: string): Promise<{ secret: string; codes: string[] }> {
  await enrolSecondFactor(actor, { current: password });
  const secret = await secretOf(actor.person.id);
  return { secret, codes: await confirmSecondFactor(actor, { code: codeOf(secret, -1) }) };
}
