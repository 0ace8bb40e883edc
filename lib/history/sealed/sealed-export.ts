import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { PersonActor } from "#lib/access/actor";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { leafProofs } from "#lib/audit/seal/leaf-proofs";
import type { Sealer } from "#lib/audit/seal/sealer";
import type { ZipPart } from "#lib/exports/zip";
import type { HistoryFilters } from "#lib/history/inputs";
import { readsAll } from "#lib/history/scope";
import { askNow } from "#lib/history/sealed/ask-now";
import type { Seal } from "#lib/history/sealed/find-seal";
import { readMe } from "#lib/history/sealed/read-me";
import { allLeaves, filteredLeaves } from "#lib/history/sealed/sealed-leaves";
import type { Redacted, SealedLeaf } from "#lib/history/sealed/sealed-line";
import { signerOf } from "#lib/proof/note-key";
import { signNote } from "#lib/proof/signed-note";

/** What somebody takes away: which part, in words too, of the tree of which head, by whom and when. */
export type Taken = {
  actor: PersonActor;
  filters: HistoryFilters;
  said: readonly { label: string; value: string }[];
  seal: Seal;
  /** The first leaf, where it is every leaf from one on that is asked for. */
  since: number;
  at: Date;
};

/** Whoever signs an export, by the key that signs the heads. */
export const exportSigner = "candour/export";
export const exportTitle = "An export of the history of Candour";

/** The program by which an outsider verifies an export, as it stands in the repository. */
export const verifier = (): string =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/history/sealed/verify.mjs"), "utf8");

/** Nothing is filtered but where it begins, and its reader reads all: then every leaf is told, and it is shown that none is left out. */
export const isWhole = ({ actor, filters }: Pick<Taken, "actor" | "filters">): boolean =>
  readsAll(actor) && Object.keys(filters).length === 0;

/** The export as the files of a zip, none of which is ever held whole. */
export async function* sealedExport(taken: Taken, sealer: Sealer): AsyncGenerator<ZipPart> {
  yield { name: "README.txt", texts: [readMe] };
  yield { name: "verify.mjs", texts: [verifier()] };
  const counted: Counted = { lines: 0, entries: 0, actions: 0, redacted: {}, hash: createHash("sha256") };
  yield { name: "entries.jsonl", texts: linesOf(taken, counted) };
  const manifest = manifestOf(taken, sealer, counted);
  yield { name: "manifest.json", texts: [manifest] };
  const text = `${exportTitle}\n${createHash("sha256").update(manifest).digest("base64")}\n`;
  yield { name: "manifest.note", texts: [signNote(text, signerOf(exportSigner, sealer.seed()))] };
}

type Counted = {
  lines: number;
  entries: number;
  actions: number;
  redacted: Redacted;
  hash: ReturnType<typeof createHash>;
};

async function* linesOf(taken: Taken, counted: Counted): AsyncGenerator<string> {
  const { actor, filters, seal, since } = taken;
  const proofOf = leafProofs(askNow, seal.size);
  const leaves = isWhole(taken) ? allLeaves(actor, since, seal) : filteredLeaves(actor, filters, seal);
  let before: string[] = [];
  for await (const some of leaves) {
    const lines: string[] = [];
    for (const leaf of some) {
      const proof = (await proofOf(leaf.leaf)).map((hash) => hash.toString("base64"));
      counted.lines += 1;
      counted[leaf.of === "entry" ? "entries" : "actions"] += 1;
      lines.push(lineOf(counted.lines, leaf, proof, before));
      Object.assign(counted.redacted, leaf.redacted);
      before = proof;
    }
    const text = lines.join("");
    counted.hash.update(text);
    yield text;
    await setImmediate();
  }
}

/** A proof says only what differs from that of the line before it: the hashes of the upper tree are the same for many. */
function lineOf(line: number, { leaf, body, words }: SealedLeaf, proof: string[], before: readonly string[]): string {
  let same = 0;
  while (same < Math.min(proof.length, before.length) && proof.at(-1 - same) === before.at(-1 - same)) same += 1;
  const said = { line, leaf, body, words, proof: proof.slice(0, proof.length - same), same };
  return `${JSON.stringify(said)}\n`;
}

function manifestOf(taken: Taken, sealer: Sealer, { hash, ...counted }: Counted): string {
  const { actor, filters, said, seal, since, at } = taken;
  const words = said.map(({ label, value }) => `${label}: ${value}`).join("; ");
  return `${JSON.stringify(
    {
      organisation: actor.organisation.name,
      takenBy: actor.person.name,
      takenAt: at.toISOString(),
      filter: { words: words || (since > 0 ? `Everything from leaf ${since} on` : "Everything"), data: filters },
      readBy: readsAll(actor)
        ? "somebody who reads all of it"
        : "somebody who reads what their teams and they themselves did",
      ...counted,
      leaves: isWhole(taken) ? { first: since, end: seal.size, others: seal.size - since - counted.lines } : null,
      sha256: hash.digest("base64"),
      head: seal.note,
      key: publicKeyOf(sealer.seed()).toString("base64"),
      keyChanges: seal.changes,
    },
    null,
    2,
  )}\n`;
}
