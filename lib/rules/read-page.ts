/** The page asked for in an address or a form; the first, unless it is a number of one. */
export const readPage = (asked: unknown): number =>
  typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;

/** The position asked for in an address; null for none. */
export const readPosition = (asked: unknown): number | null =>
  typeof asked === "string" && /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
