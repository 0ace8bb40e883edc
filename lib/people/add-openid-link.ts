import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { openidLink } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requirePassword } from "#lib/people/change-password";
import { requireCode } from "#lib/people/second-factor/require-code";

/**
 * A person adds an account by which they sign in from now on, and shows by all that signing in asks for that it is they who
 * do: that way in asks for no code of ours. Throws WRONG_PASSWORD, WRONG_CODE and TOO_MANY; WRONG_STATE where it is somebody's
 * already, or they have one of that issuer.
 */
export async function addOpenIdLink(
  actor: PersonActor,
  { issuer, subject, current, code = "" }: { issuer: string; subject: string; current: string; code?: string },
): Promise<void> {
  await requirePassword(actor, current, "openid_link.add");
  const right = (await hasSecondFactor(actor)) ? await requireCode(actor, code, "openid_link.add") : null;
  await perform(actor, "openid_link.add", async (tx, { person }) => {
    await right?.use(tx);
    const made = await tx
      .insert(openidLink)
      .values({ personId: person.id, issuer, subject, linkedBy: person.id })
      .onConflictDoNothing()
      .returning({ id: openidLink.id });
    if (made.length === 0) {
      throw new Refusal("WRONG_STATE", "This account is linked to somebody already, or you have linked another.");
    }
  });
  await right?.forget();
}

async function hasSecondFactor({ person }: PersonActor): Promise<boolean> {
  const { rows } = await database().execute<{ has: boolean }>(
    sql`select access.has_second_factor(${person.id}) as has`,
  );
  return rows[0]!.has;
}
