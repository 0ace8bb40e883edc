import type { Asked } from "#lib/rules/said/asked";
import { claimsIn } from "#lib/rules/said/claims";
import { disclosuresIn } from "#lib/rules/said/disclosures";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** All that a comment's words are asked about: what may tell who somebody is first, then what the table does not bear out. */
export const askedOfWords = (words: string, facts: TableFacts): Asked[] => [
  ...disclosuresIn(words),
  ...claimsIn(words, facts),
];
