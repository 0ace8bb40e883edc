/**
 * What is left of redacted words, without what is said of their redaction at their end: what a form begins with, so that
 * nobody hands that in as their own.
 */
export const withoutMark = (words: string): string => words.replace(/\s*\[redacted on [^]*\]$/, "");
