/** How a practice series goes. The words are those of its signals, of what it lacks, or of how it is made. */
export const shapes = [
  "steady",
  "rising",
  "falling",
  "shifted up",
  "shifted down",
  "last one high",
  "last one low",
  "once high",
  "two of three high",
  "two of three low",
  "constant",
  "gaps",
  "symbols",
] as const;
export type Shape = (typeof shapes)[number];

/** Numbers from 0 to 1 that are the same for the same seed, whoever asks (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Where the figure of one place of so many lies, in spreads from the mean; null where it is missing. Figures scattered evenly
 * within one spread have their limits at some 1.8 of it, and two thirds of that are 1.2.
 */
export function placeOf(shape: Shape, index: number, count: number, chance: number): number | null {
  const [even, left] = [chance * 2 - 1, count - index];
  switch (shape) {
    case "rising":
      return left <= 8 ? -0.9 + (8 - left) * 0.25 : even * 0.9;
    case "falling":
      return left <= 8 ? 0.9 - (8 - left) * 0.25 : even * 0.9;
    case "shifted up":
      return left <= 9 ? 0.9 + even * 0.2 : even * 0.9;
    case "shifted down":
      return left <= 9 ? -0.9 + even * 0.2 : even * 0.9;
    case "last one high":
      return left === 1 ? 3.2 : even;
    case "last one low":
      return left === 1 ? -3.2 : even;
    case "once high":
      return left === 8 ? 3.2 : even;
    case "two of three high":
      return left <= 3 ? [1.45, 0.4, 1.45][left - 1]! : even;
    case "two of three low":
      return left <= 3 ? -[1.45, 0.4, 1.45][left - 1]! : even;
    case "constant":
      return 0;
    case "gaps":
      return [5, 6, 19].includes(left) ? null : even;
    default:
      return even;
  }
}
