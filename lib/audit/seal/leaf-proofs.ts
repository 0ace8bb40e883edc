import type { Ask } from "#lib/audit/verify/ask";
import { nodeHash } from "#lib/proof/hash";
import { inclusionRanges } from "#lib/proof/inclusion";
import { middleOf, type Range } from "#lib/proof/range";

/** How many leaves a kept subtree has, and how many such parts of the tree are held at once. */
const kept = 256;
const held = 8;

/** A part of the tree by its leaves, and what was worked out of them. */
type Part = { leaves: Buffer[]; known: Map<string, Buffer> };

/**
 * Answers the proofs of leaves in the tree of so many, nearest hash first. It asks for the kept subtrees once, and for the
 * leaves of each part that is gone through: many leaves in their order cost little more than reading them.
 */
export function leafProofs(ask: Ask, size: number): (leaf: number) => Promise<Buffer[]> {
  let kepts: Promise<Buffer[]> | null = null;
  const parts = new Map<number, Promise<Part>>();
  const upper = new Map<string, Buffer>();

  const subtrees = () => {
    kepts ??= ask<{ hash: Buffer }>("select hash from audit.subtree where level = 8 and index < $1 order by index", [
      Math.floor(size / kept),
    ]).then((rows) => rows.map(({ hash }) => hash));
    return kepts;
  };

  function partOf(leaf: number): Promise<Part> {
    const number = Math.floor(leaf / kept);
    const found =
      parts.get(number) ??
      ask<{ hash: Buffer }>("select hash from audit.leaf where number >= $1 and number < $2 order by number", [
        number * kept,
        Math.min((number + 1) * kept, size),
      ]).then((rows): Part => ({ leaves: rows.map(({ hash }) => hash), known: new Map() }));
    parts.delete(number);
    parts.set(number, found);
    if (parts.size > held) parts.delete(parts.keys().next().value!);
    return found;
  }

  async function hashOf(range: Range): Promise<Buffer> {
    const { first, end } = range;
    if (end - first === kept) return required((await subtrees())[first / kept], range);
    if (end - first > kept) return worked(upper, range, hashOf);
    const { leaves, known } = await partOf(first);
    const within = async (inside: Range): Promise<Buffer> =>
      inside.end - inside.first === 1 ? required(leaves[inside.first % kept], inside) : worked(known, inside, within);
    return within(range);
  }

  return async (leaf) => {
    const proof: Buffer[] = [];
    for (const range of inclusionRanges(leaf, size)) proof.push(await hashOf(range));
    return proof;
  };
}

/** The hash of two halves, worked out once. */
async function worked(
  known: Map<string, Buffer>,
  range: Range,
  hashOf: (half: Range) => Promise<Buffer>,
): Promise<Buffer> {
  const name = `${range.first} ${range.end}`;
  const found = known.get(name);
  if (found) return found;
  const middle = middleOf(range);
  const hash = nodeHash(
    await hashOf({ first: range.first, end: middle }),
    await hashOf({ first: middle, end: range.end }),
  );
  known.set(name, hash);
  return hash;
}

function required(hash: Buffer | undefined, { first }: Range): Buffer {
  if (!hash) throw new Error(`The hash that begins at leaf ${first} is not kept.`);
  return hash;
}
