import { and, eq, isNull } from "drizzle-orm";
import { session } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";

/** Ends the session by which a person asks: signs them out. */
export async function endSession(actor: PersonActor): Promise<void> {
  await perform(actor, "session.end", async (tx, { sessionId, person }) => {
    await tx
      .update(session)
      .set({ endedBy: person.id })
      .where(and(eq(session.id, sessionId), isNull(session.endedAt)));
  });
}
