import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Every column of free text, by the name it has in the trail's images. */
export const freeTextColumns: ReadonlySet<string> = new Set([
  "note",
  "words",
  "reason",
  "withdrawn_reason",
  "asked_reason",
  "reopened_reason",
  "refused_reason",
  "ended_reason",
  "stands_because",
  "rebased_because",
  "file_name",
  "content",
  "about",
  "as_it_came",
  "proposed",
  "answer",
  "passage",
  "authority",
  "remaining",
]);

type Words<C> = C extends { _: { notNull: true } } ? string : string | null;

/** The words of row `w` of those that are kept; of redacted ones what is left, and by whom and on whose authority they went. */
export const shownWords = "coalesce(w.body, audit.redacted_words(w.digest))";

/** The words of a free-text column, from the one place that keeps them; null where there are none. */
export const wordsOf = <C extends AnyPgColumn | SQL>(digest: C): SQL<Words<C>> =>
  sql<Words<C>>`case ${digest} when '' then '' else
    (select ${sql.raw(shownWords)} from audit.words w where w.digest = ${digest}) end`;

/** What is said of the redactions of a free-text column's words, with which they end as they are shown; null where there were none. */
export const markOf = (digest: AnyPgColumn): SQL<string | null> =>
  sql<
    string | null
  >`(select audit.redaction_mark(w.digest) from audit.words w where w.digest = ${digest} and w.body is null)`;
