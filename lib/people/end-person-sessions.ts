import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { person, roleGrant, session } from "#db/schema/people";
import type { Asker } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { EndPersonSessions } from "#lib/people/inputs";

/**
 * The performance officer signs a person out everywhere, with a reason. Throws NOT_FOUND; WRONG_SCOPE for people of another
 * organisation; WRONG_STATE when they are signed in nowhere.
 */
export const endPersonSessions = (
  asker: Asker,
  { person: personId, reason }: EndPersonSessions,
  request?: FormRequest,
) =>
  perform(
    asker,
    "person.end_sessions",
    async (tx, { organisation, person: officer }) => {
      const [found] = await tx.select({ name: person.name }).from(person).where(eq(person.id, personId));
      if (!found) throw new Refusal("NOT_FOUND", "There is no such person.");
      const [held] = await tx
        .select({ id: roleGrant.id })
        .from(roleGrant)
        .where(and(eq(roleGrant.personId, personId), eq(roleGrant.organisationId, organisation.id)))
        .limit(1);
      if (!held) throw new Refusal("WRONG_SCOPE", `This person does not belong to ${organisation.name}.`);
      const ended = await tx
        .update(session)
        .set({ endedBy: officer.id })
        .where(and(eq(session.personId, personId), isNull(session.endedAt), gt(session.expiresAt, sql`now()`)))
        .returning({ id: session.id });
      if (ended.length === 0) throw new Refusal("WRONG_STATE", `${found.name} is signed in nowhere.`);
      return ended.length;
    },
    { reason, request },
  );
