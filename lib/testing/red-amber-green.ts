import type { Labels } from "#lib/rules/labels";

/** The label set of db/testing/red-amber-green.sql. */
export const redAmberGreen: Labels = [
  { rank: 1, word: "Green", short: "G", shape: "circle", tone: "leaf", asksForComment: false },
  { rank: 2, word: "Amber", short: "A", shape: "diamond", tone: "ochre", asksForComment: true },
  { rank: 3, word: "Red", short: "R", shape: "octagon", tone: "brick", asksForComment: true },
];
