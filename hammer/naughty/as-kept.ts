import { bytesOf } from "#bench/form-body";
import { typedWords } from "#lib/rules/typed-words";

/** What is kept of a text, as it arrives: no half character does. */
export const asKept = (text: string): string => typedWords(bytesOf(text).toString());
