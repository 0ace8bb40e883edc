import { plainFigure } from "#lib/rules/figure";
import { namesFigure } from "#lib/rules/names-figure";

const written = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Whether words tell a figure, in digits or written out. */
export function tellsFigure(words: string, figure: string): boolean {
  const word = written[Number(plainFigure(figure))];
  return namesFigure(words, figure) || (word !== undefined && new RegExp(`\\b${word}\\b`, "i").test(words));
}
