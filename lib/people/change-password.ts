import { sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { checkPassword } from "#lib/access/check-password";
import { hashPassword } from "#lib/access/password";
import type { Verb } from "#lib/access/permissions";
import { countRefused } from "#lib/access/throttle";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { endOthers } from "#lib/people/end-other-sessions";
import type { ChangePassword } from "#lib/people/inputs";
import { requireGoodPassword } from "#lib/people/require-good-password";
import { waitInWords } from "#lib/rules/wait";

/**
 * A person changes their password and ends their other sessions with it. Throws WRONG_PASSWORD and TOO_MANY, under the
 * throttle of signing in; INVALID where the new one will not do.
 */
export async function changePassword(actor: PersonActor, { current, password }: ChangePassword): Promise<void> {
  await requirePassword(actor, current, "password.change");
  await requireGoodPassword(password, actor.person);
  const passwordHash = await hashPassword(password);
  await perform(actor, "password.change", async (tx, present) => {
    await tx.execute(sql`select access.change_password(${passwordHash})`);
    await endOthers(tx, present);
  });
}

/** By their password a person shows that it is they who do this. Throws WRONG_PASSWORD and TOO_MANY, and enters them under the verb. */
export async function requirePassword(actor: PersonActor, current: string, verb: Verb): Promise<void> {
  const typed = { email: actor.person.email, password: current };
  // Who is signed in is known by it, whatever others try from the same network.
  const checked = await checkPassword(typed, actor.origin, () => actor.sessionId);
  if (checked.ok) return;
  const message = checked.until
    ? `There were too many tries. Try again in ${waitInWords(checked.until, new Date())}.`
    : "This is not your current password.";
  const refusal = new Refusal(checked.until ? "TOO_MANY" : "WRONG_PASSWORD", message, { fields: { current: message } });
  // As with sign-in, of what the throttle refuses the window's first is entered.
  if (!checked.until || (await countRefused(actor.person.id, "TOO_MANY"))) await enterRefusal(actor, verb, refusal);
  throw refusal;
}
