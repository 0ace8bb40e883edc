/**
 * What is left of redacted words, without what is said of their redaction at their end: what a form begins with, so that
 * nobody hands that in as their own. The mark is the one that the database has of them, not what looks like one.
 */
export const withoutMark = (words: string, mark: string | null | undefined): string =>
  mark && words.endsWith(mark) ? words.slice(0, -mark.length).trimEnd() : words;

/** Beside a form that holds what is left of redacted words. */
export const redactedBefore = (mark: string): string => `Some of it was redacted: ${mark}`;

/** Whether words say of themselves what only a redaction says; the database refuses them too. */
export const looksRedacted = (words: string): boolean =>
  /\[\s*redacted\s+on\s[^]*\son\s+the\s+authority\s+of/i.test(words);

export const onlyRedacted = "Words that say they were redacted are written by a redaction alone. Say it otherwise.";
