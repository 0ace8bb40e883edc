import { and, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { invitation, person, roleGrant } from "#db/schema/people";
import { mail } from "#db/schema/post";
import type { PersonActor } from "#lib/access/actor";

/** How somebody comes in: they have a password or an account for it, or by which link they will, if by any. */
export type InvitationState = {
  canSignIn: boolean;
  /** Whether they show a code beside their password. */
  hasSecondFactor: boolean;
  newest: {
    invitedAt: Date;
    invitedBy: string | null;
    expiresAt: Date;
    isOpen: boolean;
    mail: InvitationMail | null;
  } | null;
};

/** How the mail with its link stands; null where none was written. A failure that is not the last leaves it waiting. */
export type InvitationMail = { sentAt: Date | null; givenUpAt: Date | null; hasFailed: boolean };

/** Of a person of the officer's organisation; null when there is none. */
export async function getInvitation(actor: PersonActor, personId: string): Promise<InvitationState | null> {
  const [held] = await database()
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.personId, personId), eq(roleGrant.organisationId, actor.organisation.id)))
    .limit(1);
  if (!held) return null;
  const [{ rows }, [newest]] = await Promise.all([
    database().execute<{ can: boolean; has: boolean }>(
      sql`select access.can_sign_in(${personId}) as can, access.has_second_factor(${personId}) as has`,
    ),
    database()
      .select({
        invitedAt: invitation.invitedAt,
        invitedBy: person.name,
        expiresAt: invitation.expiresAt,
        isOpen: sql<boolean>`${invitation.acceptedAt} is null and ${invitation.expiresAt} > now()`,
        // Not as one: drizzle makes nothing of an object whose first column is null.
        isMailed: sql<boolean>`${mail.id} is not null`,
        sentAt: mail.sentAt,
        givenUpAt: mail.givenUpAt,
        hasFailed: sql<boolean>`${mail.why} is not null`,
      })
      .from(invitation)
      .leftJoin(person, eq(person.id, invitation.invitedBy))
      .leftJoin(mail, and(eq(mail.ofRow, invitation.id), eq(mail.kind, "invitation")))
      .where(eq(invitation.personId, personId))
      .orderBy(desc(invitation.invitedAt), desc(invitation.id))
      .limit(1),
  ]);
  const { can: canSignIn, has: hasSecondFactor } = rows[0]!;
  if (!newest) return { canSignIn, hasSecondFactor, newest: null };
  const { isMailed, sentAt, givenUpAt, hasFailed, ...rest } = newest;
  return {
    canSignIn,
    hasSecondFactor,
    newest: { ...rest, mail: isMailed ? { sentAt, givenUpAt, hasFailed } : null },
  };
}
