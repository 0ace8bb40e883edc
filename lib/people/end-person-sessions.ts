import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { session } from "#db/schema/people";
import type { Asker } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { findOwnPerson } from "#lib/people/find-own-person";
import type { EndPersonSessions } from "#lib/people/inputs";
import { apart } from "#lib/rules/direction";

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
    async (tx, actor) => {
      const found = await findOwnPerson(tx, actor, personId);
      const ended = await tx
        .update(session)
        .set({ endedBy: actor.person.id })
        .where(and(eq(session.personId, personId), isNull(session.endedAt), gt(session.expiresAt, sql`now()`)))
        .returning({ id: session.id });
      if (ended.length === 0) throw new Refusal("WRONG_STATE", `${apart(found.name)} is signed in nowhere.`);
      return ended.length;
    },
    { reason, request, tried: { person_id: personId } },
  );
