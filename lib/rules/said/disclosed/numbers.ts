import type { Kind } from "#lib/rules/said/disclosed/kind";

/** Under what a single case is kept. */
const caseWords = [
  "case",
  "client",
  "child",
  "person",
  "file",
  "NHS",
  "UPN",
  "LCS",
  "Mosaic",
  "Liquidlogic",
  "ICS",
] as const;

/** By what somebody is reached, or their case is found. */
export const numbers: readonly Kind[] = [
  {
    why: "This looks like an e-mail address.",
    expression: /\b[\w.+-]{1,64}@[\w-]+\.[\w.]+\b/g,
  },
  {
    why: "This looks like a telephone or an NHS number.",
    expression: /(?:\b0|\+44 ?)(?:\d{3,4}[ -]?\d{3}[ -]?\d{3,4}|\d{2} \d{4} \d{4})\b|\b\d{3} \d{3} \d{4}\b/g,
  },
  {
    why: "This looks like the number of somebody's case.",
    expression: new RegExp(
      `\\b(?:${caseWords.join("|")})(?:\\s+(?:id|ref|reference|no|number))?\\.?[\\s:#]*[A-Z]{0,3}\\d{5,}\\b`,
      "gi",
    ),
  },
];
