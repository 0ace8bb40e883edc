import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { session } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";

/** Ends a person's own live sessions but the one they ask by. Answers how many. */
export async function endOthers(tx: Database, { sessionId, person }: PersonActor): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ endedBy: person.id })
    .where(
      and(
        eq(session.personId, person.id),
        ne(session.id, sessionId),
        isNull(session.endedAt),
        gt(session.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}

/** A person ends their sessions everywhere but here. Throws WRONG_STATE when there is none. */
export const endOtherSessions = (asker: Asker, request?: FormRequest): Promise<number | undefined> =>
  perform(
    asker,
    "session.end_others",
    async (tx, present) => {
      const ended = await endOthers(tx, present);
      if (ended === 0) throw new Refusal("WRONG_STATE", "You are signed in nowhere else, so there is nothing to end.");
      return ended;
    },
    { request },
  );
