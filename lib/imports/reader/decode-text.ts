import type { Problem } from "#lib/imports/reader/reading";

/** The most an import may weigh, in bytes. */
export const importLimit = 1024 * 1024;

export const tooLarge = "The file is larger than 1 MB, which no scorecard needs. Nothing was read.";

/** The text of an uploaded file, or why it is not one: too large, empty, not text, or text in another encoding than UTF-8. */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.byteLength > importLimit) return refused(tooLarge);
  if (bytes.byteLength === 0) return refused("The file is empty.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("The file is not text in UTF-8. Save the scorecard as tab-separated text in UTF-8 and upload that.");
  }
  const line = text.split("\n").findIndex((each) => binary.test(each));
  if (line >= 0) {
    return refused(
      "The file holds characters that are not text. Upload tab-separated text, not the PDF or spreadsheet itself.",
      line + 1,
    );
  }
  if (text.trim() === "") return refused("The file is empty.");
  return { text };
}

// Control characters other than tab, line feed and carriage return.
// oxlint-disable-next-line no-control-regex
const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function refused(message: string, row: number | null = null): { problem: Problem } {
  return { problem: { row, column: null, asItCame: "", message } };
}
