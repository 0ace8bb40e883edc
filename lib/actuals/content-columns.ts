import { actual } from "#db/schema/actuals";
import { wordsOf } from "#db/words";

/** What an actual says but for its note, whose words stand elsewhere. */
export const figureColumns = {
  value: actual.value,
  numerator: actual.numerator,
  denominator: actual.denominator,
  missing: actual.missing,
  provisional: actual.provisional,
  estimated: actual.estimated,
};

/** The columns that say what an actual says, for any query that reads one: an `ActualContent`. */
export const contentColumns = { ...figureColumns, note: wordsOf(actual.note) };
