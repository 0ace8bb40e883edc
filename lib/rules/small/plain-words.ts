/**
 * Words as somebody reads their numbers: digits of every script, in circles or raised, as plain ones, hyphens and blanks of
 * one kind, and nothing that cannot be seen.
 */
export const plainWords = (words: string): string =>
  words
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\p{No}/gu, (character) => ` ${circled(character) ?? character.normalize("NFKC")} `)
    .normalize("NFKC")
    .replace(/(?!\d)\p{Nd}/gu, (digit) => `${digitOf(digit)}`)
    .replace(/\p{Pd}/gu, "-")
    .replace(/[\p{Z}\s]+/gu, " ");

/** Digits of a script stand together from its nothing on, and those of two scripts in tens. */
function digitOf(digit: string): number {
  const point = digit.codePointAt(0)!;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

/** Runs of circled numbers of which Unicode does not say which they are: from where to where, and the first of them. */
const circles = [
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
] as const;

function circled(character: string): string | null {
  const point = character.codePointAt(0)!;
  const run = circles.find(([from, to]) => from <= point && point <= to);
  return run ? `${point - run[0] + run[2]}` : null;
}
