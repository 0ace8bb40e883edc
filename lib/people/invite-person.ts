import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { credential, invitation, organisation, person, roleGrant } from "#db/schema/people";
import type { Role } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";
import { nameFromEmail } from "#lib/people/name-from-email";
import { readRole, readTeam } from "#lib/people/read-role";
import { setUpOrganisation } from "#lib/people/set-up-organisation";

/** `newLink` is for somebody who has lost their password. */
export type Invited = { email: string; role: string; team?: string; name?: string; newLink?: boolean };

const emailAddress = /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/;

/** `replaces` says that a link made before works no longer. */
export type Invitation = { name: string; token: string | null; replaces: boolean };

/**
 * Invites a person to an organisation (null: the only one) by an operator's command: makes them unless they are there,
 * grants the role, and answers the token of a link by which they set their password within a week; null for somebody who
 * has one. For `perform` as an operator. Throws INVALID, NOT_FOUND, CONFLICT.
 */
export async function invitePerson(tx: Database, invited: Invited, named: string | null = null): Promise<Invitation> {
  const email = invited.email.trim().toLowerCase();
  if (!emailAddress.test(email)) throw new Refusal("INVALID", `${invited.email} is not an e-mail address.`);
  const role = readRole(invited.role);
  const organisationId = named ?? (await theOnlyOrganisation(tx));
  const teamId = await readTeam(tx, organisationId, role, invited.team);
  const { id: personId, name } = await findOrMake(tx, email, invited.name);
  const held = { organisationId, personId, role, teamId };
  const isNew = !(await holds(tx, held));
  if (isNew) await tx.insert(roleGrant).values(held);
  if ((await hasPassword(tx, personId)) && !invited.newLink) {
    if (isNew) return { name, token: null, replaces: false };
    const of = teamId ? " for this team" : "";
    throw new Refusal(
      "CONFLICT",
      `${email} holds the role of ${role}${of} already. For a link to set a new password, add --new-link.`,
    );
  }
  return { name, ...(await makeInvitation(tx, personId)) };
}

/** The link of a new invitation is the only one that works. */
async function makeInvitation(tx: Database, personId: string): Promise<{ token: string; replaces: boolean }> {
  const ended = await tx
    .update(invitation)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(invitation.personId, personId), isNull(invitation.acceptedAt), gt(invitation.expiresAt, sql`now()`)))
    .returning({ id: invitation.id });
  const token = randomBytes(32).toString("base64url");
  await tx.insert(invitation).values({
    personId,
    tokenHash: sql`access.token_hash(${token})`,
    expiresAt: sql`now() + interval '7 days'`,
  });
  return { token, replaces: ended.length > 0 };
}

async function theOnlyOrganisation(tx: Database): Promise<string> {
  const [first, second] = await tx.select({ id: organisation.id }).from(organisation).limit(2);
  if (second) throw new Refusal("INVALID", "This database holds several organisations: say which one.");
  return first?.id ?? setUpOrganisation(tx, { slug: "council", name: "The council" });
}

async function findOrMake(
  tx: Database,
  email: string,
  name: string | undefined,
): Promise<{ id: string; name: string }> {
  const columns = { id: person.id, name: person.name };
  const [there] = await tx
    .select({ ...columns, disabledAt: person.disabledAt })
    .from(person)
    .where(sql`lower(${person.email}) = ${email}`);
  if (there?.disabledAt) throw new Refusal("CONFLICT", `${there.name} (${email}) is disabled, and is not invited.`);
  if (there) return there;
  const [made] = await tx
    .insert(person)
    .values({ email, name: name?.trim() || nameFromEmail(email) })
    .returning(columns);
  return made!;
}

type Grant = { organisationId: string; personId: string; role: Role; teamId: string | null };

async function holds(tx: Database, { organisationId, personId, role, teamId }: Grant): Promise<boolean> {
  const [held] = await tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.organisationId, organisationId),
        eq(roleGrant.personId, personId),
        eq(roleGrant.role, role),
        teamId ? eq(roleGrant.teamId, teamId) : isNull(roleGrant.teamId),
        isNull(roleGrant.revokedAt),
      ),
    );
  return held !== undefined;
}

const hasPassword = async (tx: Database, personId: string): Promise<boolean> =>
  (await tx.select({ id: credential.id }).from(credential).where(eq(credential.personId, personId))).length > 0;
