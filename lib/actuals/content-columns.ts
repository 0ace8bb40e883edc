import { actual } from "#db/schema/actuals";
import { wordsOf } from "#db/words";

/** The columns that say what an actual says, for any query that reads one: an `ActualContent`. */
export const contentColumns = {
  value: actual.value,
  numerator: actual.numerator,
  denominator: actual.denominator,
  missing: actual.missing,
  note: wordsOf(actual.note),
  provisional: actual.provisional,
  estimated: actual.estimated,
};
