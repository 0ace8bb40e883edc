import { openWorkbook } from "#app/open-workbook";
import { inWords } from "#lib/actions/in-words";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { fileResponse, noFile } from "#lib/exports/file-response";
import { takesNothing } from "#lib/exports/not-taken";
import { writeWorkbook } from "#lib/exports/write-workbook";
import { type PastAddress, paths } from "#lib/paths";
import { asAsked } from "#lib/scorecards/as-asked";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { openExport } from "#lib/scorecards/open-export";

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
  const { scorecard, range, name, small } = opened;
  if (nothing) return fileResponse(name, "xlsx", null);

  await exportScorecard(actor, scorecard, { form: "XLSX", range, past, small });
  const { book } = await openWorkbook(actor, opened, { past, eyes });
  return fileResponse(name, "xlsx", writeWorkbook(book));
}
