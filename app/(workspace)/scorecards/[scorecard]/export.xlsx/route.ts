import { scorecardWorkbook } from "#components/workbook/scorecard-workbook";
import { inWords } from "#lib/actions/in-words";
import { findEditionBefore } from "#lib/audit/find-edition";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { madeBy } from "#lib/audit/seal/made-by";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { type PastAddress, paths } from "#lib/paths";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import { asAsked } from "#lib/scorecards/as-asked";
import { eachComparison } from "#lib/scorecards/each-comparison";
import { eachSheet } from "#lib/scorecards/each-sheet";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { openExport } from "#lib/scorecards/open-export";
import { sheetHeads } from "#lib/scorecards/sheet-heads";

/** The scorecard as a workbook to take away, which is entered: the page's own months if they are given, every month otherwise. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/scorecards/[scorecard]/export.xlsx">) {
  const actor = await requirePermission("scorecard.export");
  const { scorecard: slug } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const here = (past: PastAddress) => paths.exportXlsx(slug, past);
  const { past, actor: whole } = await requirePast(actor, asked, { slug, here, isFile: true });
  const eyes = asAsked(whole, asked);
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const opened = await openExport(eyes, slug, asked, past);
  if (!opened.ok) return noFile(opened.status, opened.message);
  const { scorecard, range, cut, name, small } = opened;
  if (nothing) return fileResponse(name, "xlsx", null);

  const { timeZone } = actor.organisation;
  const before = await findEditionBefore(actor, slug, { cut, edition: past?.edition });
  await exportScorecard(actor, scorecard, { form: "XLSX", range, past, small });
  const book = scorecardWorkbook(sheetHeads(scorecard, range), {
    range,
    made: await madeBy(actor, { of: past, cut, small }),
    timeZone,
    sheets: () => eachSheet(eyes, scorecard, range, { cut }),
    compared: before && {
      edition: before,
      restated: await listRestatedSince(eyes, slug, { edition: before, cut }),
      parts: () => eachComparison(eyes, slug, { edition: before, range, cut }),
    },
  });
  return fileResponse(name, "xlsx", writeWorkbook(book));
}
