import { leafProofs } from "#lib/audit/seal/leaf-proofs";
import type { Ask } from "#lib/audit/verify/ask";
import { entryText } from "#lib/audit/verify/leaf-text";

export type ProvenLeaf = {
  leaf: number;
  /** What is hashed, as it stands in the trail. */
  body: string;
  proof: Buffer[];
  /** The head in whose tree it is proved to be. */
  note: string;
  size: number;
  root: Buffer;
};

/** An entry with the proof that it is in the tree of the newest head; null where it is not sealed yet, or is none. */
export async function proveEntry(ask: Ask, position: number): Promise<ProvenLeaf | null> {
  const [found] = await ask<{ leaf: number; body: string; note: string; size: number; root: Buffer }>(
    `select l.number::int as leaf, ${entryText} as body, h.note, h.size::int as size, h.root
     from audit.leaf l join audit.entry e on e.position = l.position
     cross join lateral (select * from audit.head order by number desc limit 1) h
     where l.position = $1 and l.number < h.size`,
    [position],
  );
  return found ? { ...found, proof: await leafProofs(ask, found.size)(found.leaf) } : null;
}
