import { packFoot, packParts } from "#components/pack/pack-html";
import { may } from "#lib/access/permissions";
import { personActor } from "#lib/access/person-actor";
import { Refusal } from "#lib/audit/refusal";
import { madeBy } from "#lib/audit/seal/made-by";
import { findBrowser } from "#lib/exports/find-browser";
import { printPdf } from "#lib/exports/print-pdf";
import { openAsked } from "#lib/files/open-asked";
import { type MakeFile, type Making, NotMade, type TakenFile } from "#lib/files/taken-file";
import { readPack } from "#lib/months/read-pack";

const nobody = { token: "", origin: { address: null, agent: null } };

/** Makes a board pack that somebody asked for. Throws `NotMade`, and what ends it when nobody wants it any more. */
export const makeFile: MakeFile = async (taken, making) => {
  const browser = findBrowser();
  if (!browser) throw new NotMade("NO_BROWSER");
  const { html, foot } = await drawFile(taken, making);
  return printPdf(html, { browser, foot, signal: making.signal });
};

/**
 * The same before it is printed: with the roles that its person holds by now, of the cut it was asked for. Its parts are what
 * was read, each that is drawn, and what is then printed.
 */
export async function drawFile(taken: TakenFile, { note, signal }: Making): Promise<{ html: string; foot: string }> {
  const actor = taken.actor && personActor(taken.actor, nobody);
  if (!actor || !may(actor, "scorecard.export")) throw new NotMade("NOT_ALLOWED");
  const { past, eyes, opened } = await openTaken(actor, taken);
  const pack = await readPack(actor, opened, { past, eyes });
  if (!pack) throw new NotMade("NOTHING");
  const made = await madeBy(actor, { of: past, cut: opened.cut, small: opened.small });
  const draws = packParts(pack, made, taken.paper);
  const parts = draws.length + 2;
  const drawn: string[] = [];
  await note(1, parts);
  for (const draw of draws) {
    drawn.push(draw());
    await note(drawn.length + 1, parts);
    signal.throwIfAborted();
  }
  return { html: drawn.join(""), foot: packFoot(pack, made, taken.paper) };
}

async function openTaken(actor: ReturnType<typeof personActor>, taken: TakenFile) {
  const { slug, from, to, edition, isLive, cut, takenAt, hidesSmall } = taken;
  const asked = {
    slug,
    from,
    to,
    edition: edition ?? undefined,
    cut: isLive || edition ? undefined : String(cut),
    small: hidesSmall ? ("hidden" as const) : undefined,
  };
  try {
    return await openAsked(actor, asked, isLive ? { cut, takenAt: new Date(takenAt) } : null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new NotMade(error.code === "WRONG_ROLE" ? "NOT_ALLOWED" : "NOTHING");
  }
}
