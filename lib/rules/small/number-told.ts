import type Big from "big.js";

/** A number that some words tell, to so many decimals, and where. */
export type NumberTold = { passage: string; value: Big; decimals: number; at: number; ends: number };

export const told = (text: string, at: number, ends: number, value: Big, decimals = 0): NumberTold => ({
  ...{ passage: text.slice(at, ends), value, decimals, at, ends },
});
