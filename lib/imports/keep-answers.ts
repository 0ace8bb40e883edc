import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { importDoubt } from "#db/schema/imports";
import type { OpenImport } from "#lib/imports/open-import";
import type { Answers } from "#lib/imports/reading";

/** Keeps each answer that is new or differs from the one before, with who gave it; null is an operator's command. */
export async function keepAnswers(
  tx: Database,
  open: OpenImport,
  answers: Answers,
  personId: string | null,
): Promise<void> {
  const answeredAt = new Date();
  for (const [key, answer] of Object.entries(answers)) {
    const doubt = open.doubts.get(key);
    if (!doubt || doubt.answer === answer) continue;
    await tx.update(importDoubt).set({ answer, answeredAt, answeredBy: personId }).where(eq(importDoubt.id, doubt.id));
  }
}
