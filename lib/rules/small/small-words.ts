/** What stands in the place of a comment by whose words a hidden figure could be told. */
export const withheldWords = "not shown: its words hold a number that is hidden";

/** What stands in the place of a reason that could tell a hidden figure. */
export const withheldReason = "not shown: its words hold a number, and small numbers are hidden here";

/** What [c] says where small numbers are hidden: to whoever is not shown them, and beside them. */
export const smallWords = {
  hidden: "[c] also where a figure is of 1 to 5, or would give such a one away",
  shown: "[c] beside a figure: hidden from readers",
} as const;

/** What a file says of its small numbers. */
export const smallInFile = {
  hidden: "small numbers hidden",
  shown: "small numbers shown as they are: not for publication",
} as const;
