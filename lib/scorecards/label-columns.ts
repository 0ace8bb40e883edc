import { label } from "#db/schema/scorecards";

/** The columns of a level. */
export const labelColumns = {
  rank: label.rank,
  word: label.word,
  short: label.short,
  shape: label.shape,
  tone: label.tone,
  asksForComment: label.asksForComment,
};
