import { packFoot, packHtml } from "#components/pack/pack-html";
import { papers } from "#components/pack/pack-style";
import { inWords } from "#lib/actions/in-words";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { madeBy } from "#lib/audit/seal/made-by";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { findBrowser } from "#lib/exports/find-browser";
import { inTurn } from "#lib/exports/in-turn";
import { takesNothing } from "#lib/exports/not-taken";
import { printPdf } from "#lib/exports/print-pdf";
import { readPack } from "#lib/months/read-pack";
import { type PastAddress, paths } from "#lib/paths";
import { asAsked } from "#lib/scorecards/as-asked";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { openExport } from "#lib/scorecards/open-export";
import { packRange } from "#lib/scorecards/pack-range";

const noBrowser =
  "There is no Chromium here to print a pack with. Whoever runs Candour installs the package chromium, or names one with CHROMIUM_PATH.";

/** A browser and a whole scorecard are held for one at a time. */
const take = inTurn(3);

/** The scorecard as a board pack to take away, which is entered: the last twelve of the months asked for. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/scorecards/[scorecard]/pack.pdf">) {
  const actor = await requirePermission("scorecard.export");
  const { scorecard: slug } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const paper = papers.find((each) => each === (asked.paper ?? "A4"));
  if (!paper) return noFile(400, "A board pack is printed on A4 or on A3.");
  const here = (past: PastAddress) => paths.packPdf(slug, { paper, ...past });
  const { past, actor: whole } = await requirePast(actor, asked, { slug, here, isFile: true });
  const eyes = asAsked(whole, asked);
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const opened = await openExport(eyes, slug, asked, past, packRange);
  if (!opened.ok) return noFile(opened.status, opened.message);
  const { scorecard, range, cut, name, small } = opened;
  const called = paper === "A4" ? name : `${name}-${paper.toLowerCase()}`;
  const browser = findBrowser();
  if (!browser) return noFile(503, noBrowser);
  if (nothing) return fileResponse(called, "pdf", null);

  const taken = await take(async () => {
    const pack = await readPack(actor, opened, { past, eyes });
    const made = await madeBy(actor, { of: past, cut, small });
    return pack && printPdf(packHtml(pack, made, paper), { browser, foot: packFoot(pack, made, paper) });
  });
  if (!taken) return noFile(503, "Others are having packs made. Ask again in a minute.", { "Retry-After": "60" });
  const { made } = taken;
  if (!made) return noFile(404, "This scorecard has no month to take away yet.");
  await exportScorecard(actor, scorecard, { form: "PDF", range, past, small });
  return fileResponse(called, "pdf", one(made));
}

async function* one(file: Uint8Array) {
  yield file;
}
