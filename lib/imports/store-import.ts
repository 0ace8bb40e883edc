import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { importFile, imports } from "#db/schema/imports";
import { Refusal } from "#lib/audit/refusal";
import { keepDoubts } from "#lib/imports/keep-doubts";
import { readScorecard } from "#lib/imports/read-scorecard";
import type { Problem } from "#lib/imports/reading";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

export type ImportedFile = { name: string; bytes: Uint8Array };
/** `already`: the same file was read before; `committed`: and it was committed. */
export type StoredImport = { id: string; already: boolean; committed: boolean };

type By = { importId: string; organisationId: string; personId: string | null };

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The import that a file of this very content already is, in an organisation. */
export async function findImport(
  tx: Database,
  organisationId: string,
  bytes: Uint8Array,
): Promise<StoredImport | null> {
  const [found] = await tx
    .select({ id: imports.id, committedAt: imports.committedAt })
    .from(imports)
    .where(and(eq(imports.organisationId, organisationId), eq(imports.sha256, hashOf(bytes))));
  return found ? { id: found.id, already: true, committed: found.committedAt !== null } : null;
}

/** Keeps a file that can be read, and its doubts. Throws `Refusal` INVALID with every problem of one that cannot. */
export async function storeImport(
  tx: Database,
  { name, bytes }: ImportedFile,
  { importId, organisationId, personId }: By,
): Promise<StoredImport> {
  const { doubts, problems } = readScorecard(bytes, await listLabelSets(tx, organisationId));
  const inTheFile = problems.filter(({ doubt }) => doubt === undefined);
  if (inTheFile.length > 0) throw notImported(inTheFile);
  const [made] = await tx
    .insert(imports)
    .values({
      id: importId,
      organisationId,
      kind: "scorecard",
      fileName: fileNameOf(name),
      sha256: hashOf(bytes),
      bytes: bytes.byteLength,
      readAt: new Date(),
      readBy: personId,
    })
    .onConflictDoNothing()
    .returning({ id: imports.id });
  if (!made) return (await findImport(tx, organisationId, bytes)) ?? { id: importId, already: true, committed: false };
  await tx.insert(importFile).values({ importId, content: Buffer.from(bytes) });
  await keepDoubts(tx, importId, doubts);
  return { id: importId, already: false, committed: false };
}

/** The refusal of a file or of answers, with all that is wrong: the message says how much, `details.problems` what. */
export function notImported(problems: readonly Problem[]): Refusal {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const fields = Object.fromEntries(problems.flatMap(({ doubt, message }) => (doubt ? [[doubt, message]] : [])));
  return new Refusal("INVALID", `Nothing was imported: there ${problems.length === 1 ? "is" : "are"} ${count}.`, {
    fields,
    details: { problems },
  });
}

function fileNameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.toWellFormed().replace(/\p{C}/gu, "").trim().slice(0, 200) || "unnamed";
}
