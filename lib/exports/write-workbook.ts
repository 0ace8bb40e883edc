import { rowXml } from "#lib/exports/row-xml";
import type { Workbook, WorkbookSheet } from "#lib/exports/workbook";
import { frameOf, type SheetEnd } from "#lib/exports/workbook-frame";
import { type ZipPart, zip } from "#lib/exports/zip";

const nothingYet: SheetEnd = { rows: 0, rules: [] };
const contentTypes = "[Content_Types].xml";

/** A workbook as XLSX, as its rows come: no sheet is ever held whole. */
export function writeWorkbook(book: Workbook): AsyncGenerator<Uint8Array> {
  return zip(partsOf(book));
}

async function* partsOf(book: Workbook): AsyncGenerator<ZipPart> {
  const ends = book.sheets.map(() => nothingYet);
  const begun = await frameOf(book, ends);
  yield { name: contentTypes, texts: begun.others.flatMap(([name, text]) => (name === contentTypes ? text : [])) };
  for (const [index, sheet] of book.sheets.entries()) {
    const { name, head } = begun.sheets[index]!;
    yield { name, texts: textsOf(sheet, head) };

    async function* textsOf({ rows, rules, widths }: WorkbookSheet, head: string) {
      yield `${head}<sheetData>`;
      const of = { widths, styles: book.styles, styleNumber: begun.styleNumber };
      let written = 0;
      for await (const some of rows()) {
        yield some.map((cells) => rowXml(cells, ++written, of)).join("");
      }
      ends[index] = { rows: written, rules: rules?.() ?? [] };
      yield `</sheetData>${(await frameOf(book, ends)).sheets[index]!.tail}`;
    }
  }
  for (const [name, text] of (await frameOf(book, ends)).others) {
    if (name !== contentTypes) yield { name, texts: [text] };
  }
}
