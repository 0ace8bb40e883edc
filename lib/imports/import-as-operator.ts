import { randomUUID } from "node:crypto";
import { performAsOperator } from "#lib/audit/perform-as-operator";
import { writeAnswers } from "#lib/imports/answer-import";
import { writeImport } from "#lib/imports/commit-import";
import type { Answers } from "#lib/imports/reading";
import { type ImportedFile, type StoredImport, storeImport } from "#lib/imports/store-import";

type Operator = { ownerUrl: string; organisationId: string; reason: string };

/** Reads a file by an operator's command. Throws `Refusal` as `readImport` does. */
export async function readAsOperator(operator: Operator, file: ImportedFile): Promise<StoredImport> {
  const { ownerUrl, organisationId, reason } = operator;
  const importId = randomUUID();
  const by = { importId, organisationId, personId: null };
  return performAsOperator(ownerUrl, "import.read", reason, (tx) => storeImport(tx, file, by), by);
}

/** Answers and commits an import by an operator's command: no person stands behind it, and the trail says so. Answers the slug. */
export async function commitAsOperator(operator: Operator, importId: string, answers: Answers): Promise<string> {
  const { ownerUrl, organisationId, reason } = operator;
  const by = { importId, organisationId, personId: null, seen: null };
  await performAsOperator(ownerUrl, "import.answer", reason, (tx) => writeAnswers(tx, { ...by, answers }), by);
  return performAsOperator(ownerUrl, "import.commit", reason, (tx) => writeImport(tx, by), by);
}
