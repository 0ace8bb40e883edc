import type { Database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { keepAnswers } from "#lib/imports/keep-answers";
import { openImport } from "#lib/imports/open-import";
import { readAgain } from "#lib/imports/read-again";
import type { Answers } from "#lib/imports/reading";
import { notImported } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";

type Given = { importId: string; answers: Answers; seen?: number };

/**
 * Answers doubts of an import: each by its key, accepted as proposed or corrected. Answers that leave the file with a problem are
 * refused together, and none is kept. Throws `Refusal` INVALID, NOT_FOUND, WRONG_STATE, CONFLICT.
 */
export async function answerImport(
  actor: Actor,
  { importId, answers, seen }: Given,
  request?: { id: string; digest: string },
): Promise<void> {
  await perform(
    actor,
    "import.answer",
    (tx, { organisation, person }) =>
      writeAnswers(tx, { importId, organisationId: organisation.id, personId: person.id, answers, seen: seen ?? null }),
    { importId, request },
  );
}

export async function writeAnswers(
  tx: Database,
  given: { importId: string; organisationId: string; personId: string | null; answers: Answers; seen: number | null },
): Promise<void> {
  const open = await openImport(tx, given.organisationId, given.importId, given.seen);
  const { problems } = await readAgain(tx, given, open, { ...open.answers, ...given.answers });
  const all = [...problems, ...unknownAnswers(given.answers, open.doubts)];
  if (all.length > 0) throw notImported(all);
  await keepAnswers(tx, open, given.answers, given.personId);
}
