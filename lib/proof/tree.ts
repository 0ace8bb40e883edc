import { emptyRoot, nodeHash } from "#lib/proof/hash";

/**
 * What has to be kept of an RFC 6962 tree so that it can grow: how many leaves it has, and the hashes of the whole subtrees
 * that they make, the largest first. There is one for each 1 among the binary digits of the size.
 */
export type Tree = { size: number; peaks: readonly Buffer[] };

export const emptyTree: Tree = { size: 0, peaks: [] };

/** A whole subtree that leaves completed: 2 ** level of them, the index-th so many. */
export type Completed = (level: number, index: number, hash: Buffer) => void;

/** The tree with more leaves at its end, by their hashes; tells each whole subtree that they complete. */
export function grow({ size, peaks }: Tree, leaves: Iterable<Buffer>, completed: Completed = () => undefined): Tree {
  const growing = [...peaks];
  let leaf = size;
  for (const hash of leaves) {
    let whole = hash;
    let level = 0;
    completed(level, leaf, whole);
    for (let left = leaf; left % 2 === 1; left = (left - 1) / 2) {
      whole = nodeHash(growing.pop() as Buffer, whole);
      level += 1;
      completed(level, (left - 1) / 2, whole);
    }
    growing.push(whole);
    leaf += 1;
  }
  return { size: leaf, peaks: growing };
}

export const rootOf = ({ peaks }: Tree): Buffer =>
  peaks.length === 0 ? emptyRoot : peaks.reduceRight((right, left) => nodeHash(left, right));

/** Whether so many peaks can be those of a tree of this size. */
export const isTree = ({ size, peaks }: Tree): boolean =>
  Number.isSafeInteger(size) && size >= 0 && size.toString(2).replaceAll("0", "").length === peaks.length;
