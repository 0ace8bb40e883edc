import Papa from "papaparse";

/** Cells as they are copied: columns by tabs, rows by line ends of any kind, a cell with either in it in quotes. */
export function parseBlock(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?|[\u2028\u2029]/g, "\n");
  const quoted = Papa.parse<string[]>(lines, { delimiter: "\t", newline: "\n" });
  // A quotation mark that only begins a cell's words, as some programs copy them, quotes nothing.
  const { data } = quoted.errors.some(({ type }) => type === "Quotes")
    ? Papa.parse<string[]>(lines, { delimiter: "\t", newline: "\n", quoteChar: "\0" })
    : quoted;
  return data.map((row) => row.map((cell) => cell.replaceAll("\v", "\n")));
}
