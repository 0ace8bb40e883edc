import { harmlessField } from "#lib/rules/harmless-field";

// What a spreadsheet would read as a number, a date or a time: short, and with a digit in it; or a truth value.
const mistakable = /^(?=.*\d)[\w .,:/%()+\-–—−£$€<>]{1,40}$|^(?:true|false)$/i;

/**
 * A text that a spreadsheet would make a number or a date of ("5-9", "1.10", "2013-12") as one that it leaves alone: as the
 * formula of that text and nothing else. Any other as `harmlessField` has it.
 */
export const heldField = (text: string): string => (mistakable.test(text) ? `="${text}"` : harmlessField(text));
