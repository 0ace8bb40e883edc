/**
 * What can be known of counts between points of time, numbered from `first`: from one point to another there were at most
 * so many. Counts are whole, in the units of `exactCount`, and none is below nothing.
 */
export type CountBounds = { first: number; size: number; most: Float64Array };

/** Of this many points nothing is known, but that nothing is taken away from one to a later one. */
export function nothingKnown(first: number, size: number): CountBounds {
  const most = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < size; from++) most.fill(0, from * size, from * size + from + 1);
  return { first, size, most };
}

/**
 * The same once it is known how many there were at least and at most from one point to another; with every count between
 * two points that could not be worked out before and now can. Null where it contradicts what is known.
 */
export function withCount(
  { first, size, most }: CountBounds,
  { from, to, least, greatest }: { from: number; to: number; least: number; greatest: number },
): { known: CountBounds; workedOut: number[] } | null {
  const [a, b] = [from - first, to - first];
  const at = (one: number, other: number) => most[one * size + other]!;
  if (least > at(a, b) || -greatest > at(b, a)) return null;
  const next = new Float64Array(size * size);
  for (let one = 0; one < size; one++) {
    const [there, back] = [at(one, a) + greatest, at(one, b) - least];
    for (let other = 0; other < size; other++) {
      next[one * size + other] = Math.min(at(one, other), there + at(b, other), back + at(a, other));
    }
  }
  const workedOut: number[] = [];
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      const [highest, lowest] = [next[one * size + other]!, -next[other * size + one]!];
      if (highest === lowest && at(one, other) + at(other, one) !== 0) workedOut.push(highest);
    }
  }
  return { known: { first, size, most: next }, workedOut };
}
