import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { imports } from "#db/schema/imports";
import type { Actor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { keepAnswers } from "#lib/imports/keep-answers";
import { openImport } from "#lib/imports/open-import";
import { readAgain } from "#lib/imports/read-again";
import type { Answers, Doubt } from "#lib/imports/reading";
import { notImported } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";
import { writeScorecard } from "#lib/imports/write-scorecard";

/**
 * Writes a reviewed import, whole or not at all: the scorecard, its months opened, filled and closed. Last answers may come with it; what
 * nobody answered is accepted as proposed, by whoever commits. Answers the scorecard's slug. Throws `Refusal` NOT_FOUND, WRONG_STATE, CONFLICT, INVALID.
 */
export async function commitImport(
  actor: Actor,
  { importId, seen, answers = {} }: { importId: string; seen?: number; answers?: Answers },
  request?: { id: string; digest: string },
): Promise<string | undefined> {
  return perform(
    actor,
    "import.commit",
    (tx, { organisation, person }) =>
      writeImport(tx, { importId, organisationId: organisation.id, personId: person.id, seen: seen ?? null, answers }),
    { importId, request },
  );
}

export async function writeImport(
  tx: Database,
  by: { importId: string; organisationId: string; personId: string | null; seen: number | null; answers?: Answers },
): Promise<string> {
  const open = await openImport(tx, by.organisationId, by.importId, by.seen);
  const answers = { ...open.answers, ...by.answers };
  const { reading, problems, doubts, fresh } = await readAgain(tx, by, open, answers);
  const unknown = unknownAnswers(by.answers ?? {}, open.doubts);
  if (reading === null || unknown.length > 0) throw notImported([...problems, ...unknown]);
  requireSeen(fresh.filter(({ key }) => answers[key] === undefined));
  const proposed = Object.fromEntries(doubts.map(({ key, proposed: proposal }) => [key, proposal]));
  await keepAnswers(tx, open, { ...proposed, ...answers }, by.personId);
  const at = new Date();
  const scorecard = await writeScorecard(tx, reading, { ...by, at });
  await tx
    .update(imports)
    .set({ committedAt: at, committedBy: by.personId, scorecardId: scorecard.id })
    .where(eq(imports.id, by.importId));
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
