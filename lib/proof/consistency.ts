import { isSame, nodeHash } from "#lib/proof/hash";
import { middleOf, type Range } from "#lib/proof/range";

/** The subtrees whose hashes show that a tree of `before` leaves is the beginning of one of `size`. RFC 6962, 2.1.2. */
export function consistencyRanges(before: number, size: number): Range[] {
  const beside = (within: Range, isWhole: boolean): Range[] => {
    if (within.end === before) return isWhole ? [] : [within];
    const middle = middleOf(within);
    const [left, right] = [
      { first: within.first, end: middle },
      { first: middle, end: within.end },
    ];
    return before <= middle ? [...beside(left, isWhole), right] : [...beside(right, false), left];
  };
  if (before < 0 || before > size) throw new RangeError(`A tree of ${size} leaves was never one of ${before}.`);
  return before === 0 ? [] : beside({ first: 0, end: size }, true);
}

export type Consistency = {
  before: { size: number; root: Uint8Array };
  after: { size: number; root: Uint8Array };
  proof: readonly Uint8Array[];
};

/** Whether a proof shows that the one tree is the beginning of the other. RFC 9162, 2.1.4.2; every tree began empty. */
export function isConsistent({ before, after, proof }: Consistency): boolean {
  if (![before.size, after.size].every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  if (before.size === after.size) return proof.length === 0 && isSame(before.root, after.root);
  if (before.size === 0) return proof.length === 0;
  if (before.size > after.size || proof.some(({ length }) => length !== 32)) return false;
  const isPowerOfTwo = /^10*$/.test(before.size.toString(2));
  const [start, ...rest] = isPowerOfTwo ? [before.root, ...proof] : proof;
  if (!start || (isPowerOfTwo && proof.length === 0)) return false;

  let [at, last] = [before.size - 1, after.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [first, second] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      first = nodeHash(beside, first);
      second = nodeHash(beside, second);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      second = nodeHash(second, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(first, before.root) && isSame(second, after.root);
}

const half = (number: number) => Math.floor(number / 2);
