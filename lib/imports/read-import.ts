import { randomUUID } from "node:crypto";
import { database } from "#db/client";
import type { OperatorActor, PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { perform } from "#lib/audit/perform";
import { findImport, type ImportedFile, type StoredImport, storeImport } from "#lib/imports/store-import";

/**
 * Reads a file and puts its doubts on record for a person to answer. The same file again changes nothing and answers the first.
 * Throws `Refusal` INVALID with `details.problems` when it cannot be read.
 */
export async function readImport(actor: PersonActor | OperatorActor, file: ImportedFile): Promise<StoredImport> {
  const known = actor.kind === "person" && may(actor, "import.read") && (await findKnown(actor, file));
  if (known) return known;
  const importId = randomUUID();
  const stored = await perform(actor, "import.read", (tx, present) => storeImport(tx, present, importId, file), {
    importId,
  });
  return stored ?? { id: importId, already: true, committed: false };
}

const findKnown = (actor: PersonActor, { bytes }: ImportedFile) => findImport(database(), actor.organisation.id, bytes);
