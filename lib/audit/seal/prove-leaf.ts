import type { Ask } from "#lib/audit/verify/ask";
import { inclusionRanges } from "#lib/proof/inclusion";
import { hashesOf, type Range } from "#lib/proof/range";
import { emptyTree, grow, rootOf } from "#lib/proof/tree";

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

/** How many leaves a kept subtree has. */
const kept = 256;

/** An entry with the proof that it is in the tree of the newest head; null where it is not sealed yet, or is none. */
export async function proveEntry(ask: Ask, position: number): Promise<ProvenLeaf | null> {
  const [found] = await ask<{ leaf: number; body: string; note: string; size: number; root: Buffer }>(
    `select l.number::int as leaf, audit.leaf_of_entry(e) as body, h.note, h.size::int as size, h.root
     from audit.leaf l join audit.entry e on e.position = l.position
     cross join lateral (select * from audit.head order by number desc limit 1) h
     where l.position = $1 and l.number < h.size`,
    [position],
  );
  if (!found) return null;
  const proof = await hashesOf(inclusionRanges(found.leaf, found.size), (range) => hashOf(ask, range));
  return { ...found, proof };
}

/** Of a subtree: from those that are kept of 256 leaves, and where it is smaller or not whole from the leaves. */
async function hashOf(ask: Ask, { first, end }: Range): Promise<Buffer> {
  const whole = end - first >= kept ? Math.floor(end / kept) * kept : first;
  const rows = await ask<{ hash: Buffer; is_leaf: boolean }>(
    `select hash, false as is_leaf, index * ${kept} as place from audit.subtree where level = 8 and index >= $1 and index < $2
     union all select hash, true, number from audit.leaf where number >= $3 and number < $4 order by place`,
    [first / kept, whole / kept, whole, end].map((number) => Math.ceil(number)),
  );
  const [subtrees, leaves] = [false, true].map((isLeaf) =>
    rows.filter((row) => row.is_leaf === isLeaf).map(({ hash }) => hash),
  );
  return rootOfParts(subtrees!, leaves!);
}

/** A range is whole subtrees from its start on, and leaves after them. */
function rootOfParts(subtrees: readonly Buffer[], leaves: readonly Buffer[]): Buffer {
  const left = grow(emptyTree, subtrees);
  const right = grow(emptyTree, leaves);
  return rootOf({ size: 0, peaks: [...left.peaks, ...right.peaks] });
}
