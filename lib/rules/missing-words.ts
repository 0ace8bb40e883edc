import type { MissingSymbol } from "#db/vocabulary";

/** Why there is no figure, in words, by the symbol that stands for it. */
export const missingWords: Record<MissingSymbol, string> = {
  x: "not available",
  z: "not applicable",
  c: "confidential",
};
