import type { Level } from "#lib/rules/labels";

/** What of a level is shown: its word, and the letter, shape and colour that stand for it. */
export type ShownLevel = Pick<Level, "word" | "short" | "shape" | "tone">;

/** What whatever shows a level's sign wears: the stylesheet draws tone and shape, and the letter from `data-s`. */
export const gradeClass = ({ tone, shape, short }: ShownLevel): string =>
  `${tone} ${shape}${short.length > 1 ? " two" : ""}`;
