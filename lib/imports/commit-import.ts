import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { imports } from "#db/schema/imports";
import { type AnyActor, type OperatorActor, organisationIdOf, type PersonActor, personIdOf } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { keepAnswers } from "#lib/imports/keep-answers";
import { openImport } from "#lib/imports/open-import";
import { readScorecard } from "#lib/imports/read-scorecard";
import type { Answers } from "#lib/imports/reading";
import { notImported } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";
import { writeScorecard } from "#lib/imports/write-scorecard";

type Given = { importId: string; seen?: number; answers?: Answers };

/**
 * Writes a reviewed import, whole or not at all: the scorecard, its months opened, filled and closed. Last answers may come with it; what
 * nobody answered is accepted as proposed, by whoever commits. Answers the scorecard's slug. Throws what `writeImport` throws.
 */
export const commitImport = (
  actor: PersonActor | OperatorActor,
  given: Given,
  request?: { id: string; digest: string },
): Promise<string | undefined> =>
  perform(actor, "import.commit", (tx, present) => writeImport(tx, present, given), {
    importId: given.importId,
    request,
  });

/** Throws `Refusal` NOT_FOUND, WRONG_STATE, CONFLICT, INVALID. */
export async function writeImport(tx: Database, actor: AnyActor, { importId, seen, answers }: Given): Promise<string> {
  const open = await openImport(tx, organisationIdOf(actor), importId, seen ?? null);
  const all = { ...open.answers, ...answers };
  const { reading, problems } = readScorecard(open.content, all);
  const unknown = unknownAnswers(answers ?? {}, open.doubts);
  if (reading === null || unknown.length > 0) throw notImported([...problems, ...unknown]);
  const proposed = Object.fromEntries([...open.doubts].map(([key, doubt]) => [key, doubt.proposed]));
  await keepAnswers(tx, actor, open, { ...proposed, ...all });
  const scorecard = await writeScorecard(tx, reading, {
    importId,
    organisationId: organisationIdOf(actor),
    personId: personIdOf(actor),
  });
  await tx
    .update(imports)
    .set({ committedAt: now, committedBy: personIdOf(actor), scorecardId: scorecard.id })
    .where(eq(imports.id, importId));
  return scorecard.slug;
}
