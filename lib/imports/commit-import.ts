import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { imports } from "#db/schema/imports";
import { type Actor, type Asker, type OperatorActor, organisationIdOf, personIdOf } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { keepAnswers } from "#lib/imports/keep-answers";
import { openImport } from "#lib/imports/open-import";
import { readAgain } from "#lib/imports/read-again";
import type { Answers, Doubt } from "#lib/imports/reader/reading";
import { notImported } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";
import { writeScorecard } from "#lib/imports/writer/write-scorecard";

type Given = { importId: string; seen?: number; answers?: Answers };

/**
 * Writes a reviewed import, whole or not at all: the scorecard, its months opened, filled and closed. Last answers may come with it; what
 * nobody answered is accepted as proposed, by whoever commits. Answers the scorecard's slug. Throws what `writeImport` throws.
 */
export const commitImport = (
  writer: Asker | OperatorActor,
  given: Given,
  request?: FormRequest,
): Promise<string | undefined> =>
  perform(writer, "import.commit", (tx, present) => writeImport(tx, present, given), {
    importId: given.importId,
    request,
  });

/** Throws `Refusal` NOT_FOUND, WRONG_STATE, CONFLICT, INVALID. */
export async function writeImport(tx: Database, actor: Actor, { importId, seen, answers }: Given): Promise<string> {
  const open = await openImport(tx, actor, importId, seen ?? null);
  const given = { ...open.answers, ...answers };
  const { reading, problems, doubts, fresh } = await readAgain(tx, actor, importId, open, given);
  const unknown = unknownAnswers(answers ?? {}, open.doubts);
  if (reading === null || unknown.length > 0) throw notImported([...problems, ...unknown]);
  requireSeen(fresh.filter(({ key }) => given[key] === undefined));
  const proposed = Object.fromEntries(doubts.map(({ key, proposed: proposal }) => [key, proposal]));
  await keepAnswers(tx, actor, open, { ...proposed, ...given });
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

/** What nobody answers is accepted as proposed, but only what there was to see. */
function requireSeen(unseen: readonly Doubt[]): void {
  if (unseen.length === 0) return;
  const about = unseen.map(({ label }) => label).join(", ");
  throw new Refusal(
    "CONFLICT",
    `More is doubtful than when this review was opened: ${about}. Nothing was imported; keep your answers, and look at the review again.`,
  );
}
