import { makeSheet } from "#app/make-sheet";
import { packFoot, packParts } from "#components/pack/pack-html";
import { madeBy } from "#lib/audit/seal/made-by";
import { findBrowser } from "#lib/exports/find-browser";
import { printPdf } from "#lib/exports/print-pdf";
import { openTaken } from "#lib/files/open-taken";
import { type MakeFile, type Making, NotMade, type TakenFile } from "#lib/files/taken-file";
import { readPack } from "#lib/months/read-pack";

/** Makes a file that somebody asked for. Throws `NotMade`, and what ends it when nobody wants it any more. */
export const makeFile: MakeFile = (taken, making) =>
  taken.form === "PDF" ? makePack(taken, making) : makeSheet(taken, making);

async function makePack(taken: TakenFile, making: Making): Promise<Uint8Array> {
  const browser = findBrowser();
  if (!browser) throw new NotMade("NO_BROWSER");
  const { html, foot } = await drawPack(taken, making);
  return printPdf(html, { browser, foot, signal: making.signal });
}

/** A board pack before it is printed. Its parts are what was read, each that is drawn, and what is then printed. */
export async function drawPack(taken: TakenFile, { note, signal }: Making): Promise<{ html: string; foot: string }> {
  const { actor, past, eyes, opened } = await openTaken(taken);
  const paper = taken.paper ?? "A4";
  const pack = await readPack(actor, opened, { past, eyes });
  if (!pack) throw new NotMade("NOTHING");
  const made = await madeBy(actor, { of: past, cut: opened.cut, small: opened.small });
  const draws = packParts(pack, made, paper);
  const parts = draws.length + 2;
  const drawn: string[] = [];
  await note(1, parts);
  for (const draw of draws) {
    drawn.push(draw());
    await note(drawn.length + 1, parts);
    signal.throwIfAborted();
  }
  return { html: drawn.join(""), foot: packFoot(pack, made, paper) };
}
