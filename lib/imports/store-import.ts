import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { imports } from "#db/schema/imports";
import { type Actor, organisationIdOf, personIdOf } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { keepDoubts } from "#lib/imports/keep-doubts";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Problem } from "#lib/imports/reader/reading";
import { listLabelSets } from "#lib/scorecards/list-label-sets";

export type ImportedFile = { name: string; bytes: Uint8Array };
/** `already`: the same file was read before; `committed`: and it was committed. */
export type StoredImport = { id: string; already: boolean; committed: boolean };

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
  actor: Actor,
  importId: string,
  { name, bytes }: ImportedFile,
): Promise<StoredImport> {
  const organisationId = organisationIdOf(actor);
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
      content: Buffer.from(bytes).toString("base64"),
      bytes: bytes.byteLength,
      readBy: personIdOf(actor),
    })
    .onConflictDoNothing()
    .returning({ id: imports.id });
  if (!made) return (await findImport(tx, organisationId, bytes)) ?? { id: importId, already: true, committed: false };
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
