import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { person, roleGrant } from "#db/schema/people";
import { Refusal } from "#lib/audit/refusal";
import { findGranted } from "#lib/people/find-granted";
import { requireNotHeld } from "#lib/people/grant-role";
import { canSignIn, makeInvitation } from "#lib/people/make-invitation";
import { nameFromEmail } from "#lib/people/name-from-email";
import { apart } from "#lib/rules/direction";
import { daysNotIn, type HeldDays, shareADay } from "#lib/rules/held-days";
import { type HeldRole, isSameRole } from "#lib/rules/held-role";

/** By whom is null for a command, which alone makes a link for somebody who can sign in. */
export type ToInvite = {
  organisationId: string;
  by: string | null;
  email: string;
  name: string | undefined;
  roles: readonly HeldRole[];
  newLink?: boolean;
} & Partial<HeldDays>;

/** What became of it: `token` is null for somebody who can sign in; `replaces` says that a link made before works no longer. */
export type Invitation = {
  personId: string;
  name: string;
  isNew: boolean;
  granted: number;
  invitationId: string | null;
  token: string | null;
  replaces: boolean;
};

const noLink = { invitationId: null, token: null, replaces: false };

const emailAddress = /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+$/;

/** An address as it is kept: in small letters. Throws INVALID. */
export function readEmail(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (emailAddress.test(email) && email.length <= 254) return email;
  throw new Refusal("INVALID", `${typed.trim() || "This"} is not an e-mail address.`);
}

/**
 * Makes a person unless they are there, grants the roles that they do not hold on those days, and makes the link by which they come in:
 * the one way to invite, for the screen and the command. Throws CONFLICT for somebody disabled, or who holds one of the roles on
 * some of those days alone, unless all that is wanted is a new link; WRONG_SCOPE for oneself, and from the database for somebody of
 * another organisation.
 */
export async function writeInvitation(tx: Database, given: ToInvite): Promise<Invitation> {
  const { organisationId, by, email, roles, newLink = false, fromDay = null, toDay = null } = given;
  const found = await findOrMake(tx, email, given.name);
  if (by === found.personId) {
    throw new Refusal("WRONG_SCOPE", "This is your own address, and nobody grants a role to themselves.");
  }
  const held = await findGranted(tx, organisationId, found.personId);
  const missing = roles
    .map((role) => ({ ...role, fromDay, toDay }))
    .filter((role) => {
      const same = held.filter((one) => isSameRole(one, role));
      return newLink ? !same.some((one) => shareADay(one, role)) : daysNotIn(role, same).length > 0;
    });
  requireNotHeld(found.name, held, missing, roles.length);
  if (missing.length > 0) {
    const granted = { organisationId, personId: found.personId, grantedBy: by };
    await tx.insert(roleGrant).values(missing.map((role) => ({ ...granted, ...role })));
  }
  if (found.isDisabled)
    throw new Refusal("CONFLICT", `${apart(found.name)} (${email}) is disabled, and is not invited.`);
  const isOfLink = newLink || !(await canSignIn(tx, found.personId));
  const link = isOfLink ? await makeInvitation(tx, found.personId, by) : noLink;
  const { personId, name, isNew } = found;
  return { personId, name, isNew, granted: missing.length, ...link };
}

async function findOrMake(tx: Database, email: string, name: string | undefined) {
  const columns = { personId: person.id, name: person.name };
  const [there] = await tx
    .select({ ...columns, disabledAt: person.disabledAt })
    .from(person)
    .where(sql`lower(${person.email}) = ${email}`);
  if (there) {
    return { personId: there.personId, name: there.name, isNew: false, isDisabled: there.disabledAt !== null };
  }
  const [made] = await tx
    .insert(person)
    .values({ email, name: name?.trim() || nameFromEmail(email) })
    .returning(columns);
  return { ...made!, isNew: true, isDisabled: false };
}
