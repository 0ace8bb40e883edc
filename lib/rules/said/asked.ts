/** A passage of somebody's words that they are asked about, never kept from: what it is and why, in a sentence. */
export type Asked = { passage: string; why: string };

/** Each passage once, with what is said of it last. */
export const onceEach = (asked: readonly Asked[]): Asked[] => [
  ...new Map(asked.map(({ passage, why }) => [passage, { passage, why }])).values(),
];

/** A text's sentences and lines, which are read one by one. */
export const sentencesOf = (words: string): string[] =>
  words
    .split(/(?<=[.!?;])(?<!\b(?:Mrs?|Ms|Dr|St|[Nn]os?|[Rr]efs?|\p{Lu})\.)\s+(?=[\p{Lu}“"(\d])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** One expression of several words; a word is whole. */
export const oneOf = (words: readonly string[]): string => `\\b(?:${words.join("|")})\\b`;

/** A word as it stands in a sentence or begins one. */
export const eitherCase = (word: string): string =>
  word.replace(/^[a-z]/, (first) => `[${first.toUpperCase()}${first}]`);

/** The passages that an expression finds. */
export const passagesOf = (text: string, expression: RegExp): { passage: string; index: number }[] =>
  [...text.matchAll(expression)].map((found) => ({ passage: found[0].trim(), index: found.index }));
