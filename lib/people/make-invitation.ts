import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { invitation } from "#db/schema/people";

const isOpen = (personId: string) =>
  and(eq(invitation.personId, personId), isNull(invitation.acceptedAt), gt(invitation.expiresAt, sql`now()`));

/** Ends the links of a person that still work. Answers how many. */
export async function endInvitations(tx: Database, personId: string): Promise<number> {
  const ended = await tx
    .update(invitation)
    .set({ expiresAt: sql`now()` })
    .where(isOpen(personId))
    .returning({ id: invitation.id });
  return ended.length;
}

/** A link that works once, within a week; by null, a command. It is the only one of the person that works. */
export async function makeInvitation(
  tx: Database,
  personId: string,
  by: string | null,
): Promise<{ invitationId: string; token: string; replaces: boolean }> {
  const ended = await endInvitations(tx, personId);
  const token = randomBytes(32).toString("base64url");
  const [made] = await tx
    .insert(invitation)
    .values({
      personId,
      invitedBy: by,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      expiresAt: sql`now() + interval '7 days'`,
    })
    .returning({ id: invitation.id });
  return { invitationId: made!.id, token, replaces: ended > 0 };
}

export async function canSignIn(tx: Database, personId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ can: boolean }>(sql`select access.can_sign_in(${personId}) as can`);
  return rows[0]!.can;
}
