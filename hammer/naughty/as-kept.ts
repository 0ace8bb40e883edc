import { bytesOf } from "#bench/form-body";
import { hasVisible } from "#lib/rules/typed-words";

/** What is kept of a text: line ends are the browser's, blanks at either end nobody's, and no half character arrives. */
export const asKept = (text: string): string =>
  hasVisible(text) ? bytesOf(text).toString().replaceAll("\r\n", "\n").trim() : "";
