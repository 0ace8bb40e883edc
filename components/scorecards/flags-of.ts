type Flagged = { provisional: boolean; estimated: boolean; isRestated?: boolean };

/** The signs of what is beside a figure: provisional p, estimated e, revised after it was published r. */
export const flagsOf = (actual: Flagged | null): string =>
  (actual?.provisional ? "p" : "") + (actual?.estimated ? "e" : "") + (actual?.isRestated ? "r" : "");
