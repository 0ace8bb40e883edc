/** One way in which words may tell who somebody is, and what is said of a passage that it finds. */
export type Kind = { why: string; expression: RegExp };

/** What is any of these, each an expression's text. */
export const anyOf = (expressions: readonly string[], flags: string): RegExp =>
  new RegExp(expressions.join("|"), flags);
