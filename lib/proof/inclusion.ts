import { isSame, nodeHash } from "#lib/proof/hash";
import { middleOf, type Range } from "#lib/proof/range";

/** The subtrees whose hashes, nearest first, show that a leaf is in the tree of this size. RFC 6962, 2.1.1. */
export function inclusionRanges(leaf: number, size: number): Range[] {
  const beside = (within: Range): Range[] => {
    if (within.end - within.first === 1) return [];
    const middle = middleOf(within);
    const [left, right] = [
      { first: within.first, end: middle },
      { first: middle, end: within.end },
    ];
    return leaf < middle ? [...beside(left), right] : [...beside(right), left];
  };
  if (!isIndex(leaf) || leaf >= size) throw new RangeError(`A tree of ${size} leaves has no leaf ${leaf}.`);
  return beside({ first: 0, end: size });
}

export type Inclusion = {
  leaf: number;
  size: number;
  hash: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
};

/** Whether a proof shows that the leaf of this hash is in the tree of this size and root. RFC 9162, 2.1.3.2. */
export function isIncluded({ leaf, size, hash, proof, root }: Inclusion): boolean {
  if (!isIndex(leaf) || !isIndex(size) || leaf >= size || hash.length !== 32) return false;
  let [at, last] = [leaf, size - 1];
  let reached = hash;
  for (const beside of proof) {
    if (last === 0 || beside.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      reached = nodeHash(beside, reached);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      reached = nodeHash(reached, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(reached, root);
}

const half = (number: number) => Math.floor(number / 2);

const isIndex = (number: number) => Number.isSafeInteger(number) && number >= 0;
