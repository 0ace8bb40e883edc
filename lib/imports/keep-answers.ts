import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { importDoubt } from "#db/schema/imports";
import { type Actor, personIdOf } from "#lib/access/actor";
import type { OpenImport } from "#lib/imports/open-import";
import type { Answers } from "#lib/imports/reader/reading";

/** Keeps each answer that is new or differs from the one before, with who gave it when. */
export async function keepAnswers(tx: Database, actor: Actor, open: OpenImport, answers: Answers): Promise<void> {
  for (const [key, answer] of Object.entries(answers)) {
    const doubt = open.doubts.get(key);
    if (!doubt || doubt.answer === answer) continue;
    await tx
      .update(importDoubt)
      .set({ answer, answeredAt: now, answeredBy: personIdOf(actor) })
      .where(eq(importDoubt.id, doubt.id));
  }
}
