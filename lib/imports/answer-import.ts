import type { Database } from "#db/client";
import { type Actor, type Asker, type OperatorActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { keepAnswers } from "#lib/imports/keep-answers";
import { openImport } from "#lib/imports/open-import";
import { readAgain } from "#lib/imports/read-again";
import type { Answers } from "#lib/imports/reader/reading";
import { notImported } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";

type Given = { importId: string; answers: Answers; seen?: number };

/** Answers doubts of an import: each by its key, accepted as proposed or corrected. Throws what `writeAnswers` throws. */
export async function answerImport(writer: Asker | OperatorActor, given: Given, request?: FormRequest): Promise<void> {
  await perform(writer, "import.answer", (tx, present) => writeAnswers(tx, present, given), {
    importId: given.importId,
    request,
  });
}

/**
 * Answers that leave the file with a problem are refused together, and none is kept. Throws `Refusal` INVALID, NOT_FOUND,
 * WRONG_STATE, CONFLICT.
 */
export async function writeAnswers(tx: Database, actor: Actor, { importId, answers, seen }: Given): Promise<void> {
  const open = await openImport(tx, actor, importId, seen ?? null);
  const { problems } = await readAgain(tx, actor, importId, open, { ...open.answers, ...answers });
  const all = [...problems, ...unknownAnswers(answers, open.doubts)];
  if (all.length > 0) throw notImported(all);
  await keepAnswers(tx, actor, open, answers);
}
