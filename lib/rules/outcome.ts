/** What came of an act: done, refused, or that an approval lapsed or holds again by it. */
export const outcomeWords = { done: "Done", refused: "Refused", lapsed: "An approval lapsed" } as const;

export type Outcome = keyof typeof outcomeWords;
