import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PersonActor } from "#lib/access/actor";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { readAnswers } from "#lib/imports/read-answers";
import { readImport } from "#lib/imports/read-import";
import { hashOf } from "#lib/imports/store-import";

const folder = join(import.meta.dirname, "../../db/first-scorecard");

/**
 * Brings in the first scorecard as the performance officer would: read, every doubt answered from the review beside the file, committed.
 * Where it is in already it changes nothing; where that was interrupted it goes on. For the demonstration and tests.
 */
export async function importFirstScorecard(officer: PersonActor): Promise<{ importId: string; already: boolean }> {
  const bytes = await readFile(join(folder, "scorecard.txt"));
  const review = readAnswers(await readFile(join(folder, "answers.json"), "utf8"), hashOf(bytes));
  if ("message" in review) throw new Error(review.message);
  const { id: importId, committed } = await readImport(officer, { name: "scorecard.txt", bytes });
  if (committed) return { importId, already: true };
  await answerImport(officer, { importId, answers: review.answers });
  await commitImport(officer, { importId });
  return { importId, already: false };
}
