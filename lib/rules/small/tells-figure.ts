import { plainFigure } from "#lib/rules/figure";
import { namesFigure } from "#lib/rules/names-figure";
import { type Asked, onceEach } from "#lib/rules/said/asked";

const written = "none one two three four five six seven eight nine ten eleven twelve".split(" ");
const numbers = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${written.join("|")})\\b`, "gi");

/** The passages of some words that tell a figure, in digits or written out. */
function passagesTelling(words: string, figure: string): string[] {
  const word = written[Number(plainFigure(figure))];
  return (words.match(numbers) ?? []).filter(
    (passage) => passage.toLowerCase() === word || namesFigure(passage, figure),
  );
}

export const tellsFigure = (words: string, figure: string): boolean => passagesTelling(words, figure).length > 0;

/** What is asked about words that tell a figure which readers are not shown. */
export const askedOfHidden = (words: string, figures: readonly string[]): Asked[] =>
  onceEach(
    figures
      .flatMap((figure) => passagesTelling(words, figure))
      .map((passage) => ({
        passage,
        why: "Readers are not shown this figure, and so are not shown these words either.",
      })),
  );
