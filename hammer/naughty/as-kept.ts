/** What is kept of a text: line ends are the browser's, blanks at either end nobody's, and half a character cannot be sent. */
export const asKept = (text: string) => text.toWellFormed().replaceAll("\r\n", "\n").trim();
