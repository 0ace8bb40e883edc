/** As much of long words as a line shows at the least. */
export const leastOpening = 55;

/** Long words are shown by their beginning, the shorter the more a page has to say; the whole stands behind the line. */
export function openingOf(said: number): (words: string) => string {
  const most = Math.max(leastOpening, Math.min(240, Math.floor(3800 / said)));
  return (words) => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);
}
