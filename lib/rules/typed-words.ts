// Control characters, blanks of every width, what Unicode calls ignorable, the empty Braille cell, and anchors of notes.
const visible = /[^\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** Whether anything of a text can be seen. One of which nothing can is blank, whatever its length. */
export const hasVisible = (text: string): boolean => visible.test(text);

// A word processor's bullets as they arrive in plain text: signs of its symbol fonts, each before a tab.
const bullet = /^[\t ]*(?:[•·▪◦‣§\uF000-\uF0FF][\t ]+|o\t+)/gmu;
const lineEnd = /\r\n?|[\v\f\u2028\u2029]/g;
const control = /(?!\n)\p{Cc}/gu;

/**
 * Words as they stand on a form, without what a word processor leaves in them: lines end by a newline, bullets are "•",
 * tabs and fixed spaces are spaces, a letter and its accent are one sign, other control characters go; and blanks at either end are nobody's words.
 */
export const typedWords = (text: string): string =>
  hasVisible(text)
    ? text
        .normalize("NFC")
        .replace(lineEnd, "\n")
        .replace(bullet, "• ")
        .replace(/[\t\u00A0]/g, " ")
        .replace(control, "")
        .trim()
    : "";

const number = (count: number) => count.toLocaleString("en-GB");

/** "120 of 1,000 characters", of the words as they would be kept; and by how many they are too long. */
export function countedWords(text: string, most: number): { words: string; isOver: boolean } {
  const { length } = typedWords(text);
  const words = `${number(length)} of ${number(most)} characters`;
  return length > most
    ? { words: `${words}: ${number(length - most)} too many`, isOver: true }
    : { words, isOver: false };
}
