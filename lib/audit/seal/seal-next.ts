import { requireRemembered } from "#lib/audit/seal/find-remembered";
import { isGrown } from "#lib/audit/seal/is-grown";
import { knownKeys, publicKeyOf } from "#lib/audit/seal/known-keys";
import { readHead } from "#lib/audit/seal/read-head";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import type { Sealer } from "#lib/audit/seal/sealer";
import type { Ask } from "#lib/audit/verify/ask";
import { checkpointText } from "#lib/proof/checkpoint";
import { isSame } from "#lib/proof/hash";
import { signerOf } from "#lib/proof/note-key";
import { signNote } from "#lib/proof/signed-note";
import { emptyTree, grow, isTree, rootOf, type Tree } from "#lib/proof/tree";

type Found = {
  incarnation: number;
  put_back_after: string | null;
  cut: string;
  taken_at: string;
  size_before: string;
  root_before: Buffer | null;
  peaks: Buffer[] | null;
  note_before: string | null;
  hashes: Buffer;
};

/** Waits for whoever seals just now; leaves it to somebody with more time where there are more entries than `most`. */
export type How = { forCertain?: boolean; most?: number };

/**
 * Makes what the newest cut holds leaves of the tree, and signs its head, in the present transaction. Answers the head, or null
 * where nothing is new. Throws `SealRefused` when it would not follow from the head before; then nothing may be committed.
 */
export async function sealNext(
  ask: Ask,
  sealer: Sealer,
  { forCertain = false, most }: How = {},
): Promise<string | null> {
  const [found] = await ask<Found>("select * from audit.add_leaves($1, $2)", [forCertain, most ?? null]);
  if (!found) return null;
  await requireRemembered(ask, sealer.headsFile);

  const { before, name } = await readBefore(ask, sealer, found);
  const leaves = splitHashes(found.hashes);
  const subtrees: [number, number, string][] = [];
  const tree = grow(before, leaves, (level, index, hash) => {
    if (level > 0 && level % 8 === 0) subtrees.push([level, index, hash.toString("hex")]);
  });
  if (!(await isGrown(before, tree, leaves))) throw new SealRefused("The tree does not follow from the one before.");
  const note = signHead(sealer, name, tree, found);
  await ask("select audit.add_head($1, $2, $3, $4, $5)", [
    found.cut,
    rootOf(tree),
    tree.peaks,
    note,
    JSON.stringify(subtrees),
  ]);
  return note;
}

/** The tree so far, as its head says that was signed by a key that is known. */
async function readBefore(ask: Ask, sealer: Sealer, found: Found): Promise<{ before: Tree; name: string }> {
  const changes = await ask<{ note: string }>("select note from audit.key_change order by number");
  const known = knownKeys(
    publicKeyOf(sealer.seed()),
    changes.map(({ note }) => note),
  );
  if (found.note_before === null) return { before: emptyTree, name: `${sealer.host}/history` };
  const head = readHead(found.note_before, known);
  const before = { size: Number(found.size_before), peaks: found.peaks ?? [] };
  if (!head) {
    throw new SealRefused(
      `The head of ${before.size} leaves is not signed by a key that this process knows. Give every process the same key; if it is lost, see docs/operating.md.`,
    );
  }
  if (
    head.size !== before.size ||
    !isTree(before) ||
    !isSame(head.root, rootOf(before)) ||
    !isSame(head.root, found.root_before!)
  ) {
    throw new SealRefused(`The tree of ${before.size} leaves that the database holds is not the one that was signed.`);
  }
  return { before, name: head.origin.replace(/\/\d+$/, "") };
}

function signHead(sealer: Sealer, name: string, tree: Tree, found: Found): string {
  const origin = `${name}/${found.incarnation}`;
  const lines = [`cut ${found.cut}`, `taken ${found.taken_at}`];
  const [lastOrigin, lastSize] = found.put_back_after?.split("\n") ?? [];
  if (lastOrigin) lines.push(`put-back-after ${lastOrigin} ${lastSize}`);
  return signNote(
    checkpointText({ origin, size: tree.size, root: rootOf(tree), lines }),
    signerOf(origin, sealer.seed()),
  );
}

function splitHashes(hashes: Buffer): Buffer[] {
  return Array.from({ length: hashes.length / 32 }, (_, n) => hashes.subarray(n * 32, (n + 1) * 32));
}
