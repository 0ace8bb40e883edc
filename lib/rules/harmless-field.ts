/** A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number stays a number. */
export function harmlessField(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
