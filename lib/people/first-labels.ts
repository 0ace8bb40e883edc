import type { Labels } from "#lib/rules/labels";

/** Ofsted's words until its single inspection framework of November 2013, which the first scorecard uses. */
export const firstLabels: Labels = [
  { rank: 1, word: "Outstanding", short: "O", shape: "circle", tone: "pine", asksForComment: false },
  { rank: 2, word: "Good", short: "G", shape: "square", tone: "leaf", asksForComment: false },
  { rank: 3, word: "Adequate", short: "A", shape: "triangle", tone: "ochre", asksForComment: true },
  { rank: 4, word: "Inadequate", short: "I", shape: "octagon", tone: "brick", asksForComment: true },
];
