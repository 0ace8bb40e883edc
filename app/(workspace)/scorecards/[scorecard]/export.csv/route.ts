import { inWords } from "#lib/actions/in-words";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { madeBy } from "#lib/audit/seal/made-by";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { type PastAddress, paths } from "#lib/paths";
import { asAsked } from "#lib/scorecards/as-asked";
import { exportScorecard, scorecardCsv } from "#lib/scorecards/export-scorecard";
import { openExport } from "#lib/scorecards/open-export";

/** The scorecard to take away, which is entered: the page's own months if they are given, every month otherwise. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/scorecards/[scorecard]/export.csv">) {
  const actor = await requirePermission("scorecard.export");
  const { scorecard: slug } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const here = (past: PastAddress) => paths.exportCsv(slug, past);
  const form = asked.form === "spreadsheet" ? "CSV for a spreadsheet" : "CSV";
  const { past, actor: whole } = await requirePast(actor, asked, { slug, here, isFile: true });
  const eyes = asAsked(whole, asked);
  const nothing = takesNothing(request);
  if (nothing instanceof Response) return nothing;
  const opened = await openExport(eyes, slug, asked, past);
  if (!opened.ok) return noFile(opened.status, opened.message);
  const { scorecard, range, cut, name, small } = opened;
  if (nothing) return fileResponse(name, "csv", null);

  const made = await madeBy(actor, { of: past, cut, small });
  await exportScorecard(actor, scorecard, { form, range, past, small });
  return fileResponse(name, "csv", scorecardCsv(eyes, scorecard, range, { made, form, cut }));
}
