import type { ReadResult } from "#lib/imports/reader/reading";

/** What stands in the place of a redacted file begins as no base64 does. */
export const isRedactedFile = (content: string): boolean => content.startsWith("[");

/** What is read of a redacted file. */
export const redactedFile: ReadResult = {
  reading: null,
  indicators: [],
  doubts: [],
  notices: [],
  problems: [{ row: null, column: null, asItCame: "", message: "This file was redacted, and is read no more." }],
};
