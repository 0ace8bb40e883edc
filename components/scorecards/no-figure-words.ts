import type { MissingSymbol } from "#db/vocabulary";
import { missingWords } from "#lib/rules/missing-words";

/** No figure is a statement too: the sign and the word of each. */
export const noFigureWords: Record<MissingSymbol | "blank" | "not due", { sign: string; word: string }> = {
  x: { sign: "[x]", word: missingWords.x },
  z: { sign: "[z]", word: missingWords.z },
  c: { sign: "[c]", word: missingWords.c },
  blank: { sign: "–", word: "not given" },
  "not due": { sign: "not due", word: "not due this month" },
};
