import { type Asked, onceEach, sentencesOf } from "#lib/rules/said/asked";
import { readSentence } from "#lib/rules/said/claimed/clauses";
import { differencesIn } from "#lib/rules/said/claimed/differences";
import { directionsIn } from "#lib/rules/said/claimed/directions";
import { extremesIn } from "#lib/rules/said/claimed/extremes";
import { milestonesIn } from "#lib/rules/said/claimed/milestones";
import { multiplesIn } from "#lib/rules/said/claimed/multiples";
import { numbersIn } from "#lib/rules/said/claimed/numbers";
import { undueMonthsIn } from "#lib/rules/said/claimed/undue-months";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** What a comment claims that the table does not bear out, each passage once. */
export const claimsIn = (words: string, facts: TableFacts): Asked[] =>
  onceEach(
    sentencesOf(words).flatMap((each) => {
      const sentence = readSentence(each, facts);
      return [
        ...directionsIn(sentence),
        ...extremesIn(sentence),
        ...multiplesIn(sentence),
        ...differencesIn(sentence),
        ...numbersIn(sentence),
        ...milestonesIn(sentence),
        ...undueMonthsIn(each, facts),
      ];
    }),
  );
