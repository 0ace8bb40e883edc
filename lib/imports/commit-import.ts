import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { importDoubt, imports } from "#db/schema/imports";
import type { Actor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { openImport } from "#lib/imports/open-import";
import { readScorecard } from "#lib/imports/read-scorecard";
import { notImported } from "#lib/imports/store-import";
import { writeScorecard } from "#lib/imports/write-scorecard";

/**
 * Writes a reviewed import, whole or not at all: the scorecard, its months opened, filled and closed. What nobody answered is accepted
 * as proposed, by whoever commits. Answers the scorecard's slug. Throws `Refusal` NOT_FOUND, WRONG_STATE, CONFLICT, INVALID.
 */
export async function commitImport(
  actor: Actor,
  { importId, seen }: { importId: string; seen?: number },
  request?: { id: string; digest: string },
): Promise<string | undefined> {
  return perform(
    actor,
    "import.commit",
    (tx, { organisation, person }) =>
      writeImport(tx, { importId, organisationId: organisation.id, personId: person.id, seen: seen ?? null }),
    { importId, request },
  );
}

export async function writeImport(
  tx: Database,
  by: { importId: string; organisationId: string; personId: string | null; seen: number | null },
): Promise<string> {
  const open = await openImport(tx, by.organisationId, by.importId, by.seen);
  const { reading, problems } = readScorecard(open.content, open.answers);
  if (reading === null) throw notImported(problems);
  const at = new Date();
  for (const { id, proposed, answer } of open.doubts.values()) {
    if (answer !== null) continue;
    await tx
      .update(importDoubt)
      .set({ answer: proposed, answeredAt: at, answeredBy: by.personId })
      .where(eq(importDoubt.id, id));
  }
  const scorecard = await writeScorecard(tx, reading, { ...by, at });
  await tx
    .update(imports)
    .set({ committedAt: at, committedBy: by.personId, scorecardId: scorecard.id })
    .where(eq(imports.id, by.importId));
  return scorecard.slug;
}
