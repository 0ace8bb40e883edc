import { randomUUID } from "node:crypto";
import { database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { perform } from "#lib/audit/perform";
import { findImport, type ImportedFile, type StoredImport, storeImport } from "#lib/imports/store-import";

/**
 * Reads a file and puts its doubts on record for a person to answer. The same file again changes nothing and answers the first.
 * Throws `Refusal` INVALID with `details.problems` when it cannot be read.
 */
export async function readImport(actor: Actor, file: ImportedFile): Promise<StoredImport> {
  const known = may(actor, "import.read") && (await findImport(database(), actor.organisation.id, file.bytes));
  if (known) return known;
  const importId = randomUUID();
  const stored = await perform(
    actor,
    "import.read",
    (tx, { organisation, person }) =>
      storeImport(tx, file, { importId, organisationId: organisation.id, personId: person.id }),
    { importId },
  );
  return stored ?? { id: importId, already: true, committed: false };
}
