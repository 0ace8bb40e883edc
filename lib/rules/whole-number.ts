const grouped = new Intl.NumberFormat("en-GB");

/** "1,204" */
export const wholeNumber = (number: number): string => grouped.format(number);

/** Further than this nothing is counted: it is "over 1,000". */
export const countedTo = 1_000;

/** "204", or "over 1,000" of what is not counted further. */
export const countWords = (count: number): string =>
  count > countedTo ? `over ${wholeNumber(countedTo)}` : wholeNumber(count);
