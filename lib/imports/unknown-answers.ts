import type { Answers, Problem } from "#lib/imports/reader/reading";

/** Answers to doubts that the file does not raise: a review of another file, or a slip in a key. */
export function unknownAnswers(answers: Answers, doubts: { has: (key: string) => boolean }): Problem[] {
  return Object.entries(answers)
    .filter(([key]) => !doubts.has(key))
    .map(([key, answer]) => ({
      row: null,
      column: null,
      asItCame: answer,
      message: `"${key}" is answered, but this file raises no such doubt.`,
      doubt: key,
    }));
}
