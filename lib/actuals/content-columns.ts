import { actual } from "#db/schema/actuals";
import { markOf, wordsOf } from "#db/words";

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

/** The same for a form, which holds the note without what is said of its redaction. */
export const formColumns = { ...contentColumns, redacted: markOf(actual.note) };
