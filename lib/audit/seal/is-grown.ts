import { consistencyRanges, isConsistent } from "#lib/proof/consistency";
import { hashesOf, type Range } from "#lib/proof/range";
import { emptyTree, grow, rootOf, type Tree } from "#lib/proof/tree";

/** Whether a proof shows that the one tree is the beginning of the other, which has these leaves more. */
export async function isGrown(before: Tree, after: Tree, leaves: readonly Buffer[]): Promise<boolean> {
  const peaks = peaksByPlace(before);
  const hashOf = ({ first, end }: Range): Buffer =>
    end <= before.size
      ? peaks.get(first)!
      : rootOf(grow(emptyTree, leaves.slice(first - before.size, end - before.size)));
  const proof = await hashesOf(consistencyRanges(before.size, after.size), hashOf);
  return isConsistent({
    before: { size: before.size, root: rootOf(before) },
    after: { size: after.size, root: rootOf(after) },
    proof,
  });
}

function peaksByPlace({ size, peaks }: Tree): Map<number, Buffer> {
  const places = new Map<number, Buffer>();
  let first = 0;
  for (const peak of peaks) {
    places.set(first, peak);
    first += 2 ** Math.floor(Math.log2(size - first));
  }
  return places;
}
