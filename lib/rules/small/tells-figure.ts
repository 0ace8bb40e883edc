import Big from "big.js";
import { type Asked, onceEach } from "#lib/rules/said/asked";
import type { NumberTold } from "#lib/rules/small/number-told";
import { numbersTold } from "#lib/rules/small/numbers-told";

/** Whether a number is a figure, rounded to as many decimals as it is given with. */
const isRounded = ({ value, decimals }: NumberTold, figure: string): boolean =>
  Big(figure).round(decimals, Big.roundHalfUp).eq(value.round(decimals, Big.roundHalfUp));

/** The passages of some words that tell one of these figures, in digits or written out. */
const passagesTelling = (words: string, figures: readonly string[]): string[] =>
  numbersTold(words).flatMap((number) => (figures.some((figure) => isRounded(number, figure)) ? number.passage : []));

/** Whether words tell one of these figures. */
export const tellsAny = (words: string, figures: readonly string[]): boolean =>
  figures.length > 0 && passagesTelling(words, figures).length > 0;

/** Whether words hold a number at all, where nobody can say which are to be hidden. */
export const holdsNumber = (words: string): boolean => numbersTold(words).length > 0;

/** What is asked about words that tell figures which readers are not shown. */
export const askedOfHidden = (words: string, figures: readonly string[]): Asked[] =>
  onceEach(
    passagesTelling(words, figures).map((passage) => ({
      passage,
      why: "Readers are not shown this figure, and so are not shown these words either.",
    })),
  );
