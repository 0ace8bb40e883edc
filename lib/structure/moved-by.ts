/** The same things with one of them a place further up or down; null where there is none further. */
export function movedBy<T>(things: readonly T[], one: T, way: "up" | "down"): T[] | null {
  const at = things.indexOf(one);
  const to = way === "up" ? at - 1 : at + 1;
  const other = things[to];
  if (at < 0 || other === undefined) return null;
  return things.map((each, index) => (index === at ? other : index === to ? one : each));
}

/**
 * What has to stand at another position for things to be in this order: each takes the next of the positions there are, or,
 * where two stand at the same one, they are counted from 1.
 */
export function placesOf<T extends { position: number }>(things: readonly T[]): [thing: T, position: number][] {
  const there = things.map(({ position }) => position).toSorted((a, b) => a - b);
  const free = new Set(there).size === there.length ? there : things.map((_, index) => index + 1);
  return things.flatMap((each, index): [T, number][] => {
    const position = free[index] ?? index + 1;
    return position === each.position ? [] : [[each, position]];
  });
}
