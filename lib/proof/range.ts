/** Leaves from `first` to before `end`, which make a subtree of an RFC 6962 tree. */
export type Range = { first: number; end: number };

/** Answers the hash of a subtree, from wherever its nodes are kept. */
export type HashOf = (range: Range) => Buffer | Promise<Buffer>;

/** Where a subtree of more than one leaf is divided: the largest power of two below its size. */
export function middleOf({ first, end }: Range): number {
  let half = 1;
  while (half * 2 < end - first) half *= 2;
  return first + half;
}

/** The hashes of ranges, one after the other. */
export async function hashesOf(ranges: readonly Range[], hashOf: HashOf): Promise<Buffer[]> {
  const hashes: Buffer[] = [];
  for (const range of ranges) hashes.push(await hashOf(range));
  return hashes;
}
