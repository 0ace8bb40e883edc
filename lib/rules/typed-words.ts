// Control characters, blanks of every width, what Unicode calls ignorable, the empty Braille cell, and anchors of notes.
const visible = /[^\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** Whether anything of a text can be seen. One of which nothing can is blank, whatever its length. */
export const hasVisible = (text: string): boolean => visible.test(text);

/** Words as they stand on a form: line ends are the browser's, and blanks at either end are nobody's words. */
export const typedWords = (text: string): string => (hasVisible(text) ? text.replaceAll("\r\n", "\n").trim() : "");
