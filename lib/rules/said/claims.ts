import { type Asked, onceEach, sentencesOf } from "#lib/rules/said/asked";
import { directionsIn, extremesIn, multiplesIn } from "#lib/rules/said/directions";
import { numbersIn } from "#lib/rules/said/numbers";
import type { TableFacts } from "#lib/rules/said/table-facts";
import { undueMonthsIn } from "#lib/rules/said/undue-months";

/** What a comment claims that the table does not bear out, each passage once. */
export const claimsIn = (words: string, facts: TableFacts): Asked[] =>
  onceEach(
    sentencesOf(words).flatMap((sentence) => [
      ...directionsIn(sentence, facts),
      ...extremesIn(sentence, facts),
      ...multiplesIn(sentence, facts),
      ...numbersIn(sentence, facts),
      ...undueMonthsIn(sentence, facts),
    ]),
  );
