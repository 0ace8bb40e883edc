import { inWords } from "#lib/actions/in-words";
import type { Past } from "#lib/audit/find-past";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { textStream } from "#lib/exports/text-stream";
import { type PastAddress, paths } from "#lib/paths";
import { editionText } from "#lib/rules/edition";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { readRange, wholeRange } from "#lib/scorecards/sheet-range";

/** The scorecard to take away, which is entered: the page's own months if they are given, every month otherwise. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/scorecards/[scorecard]/export.csv">) {
  const actor = await requirePermission("scorecard.export");
  const { scorecard: slug } = await params;
  const asked = new URL(request.url).searchParams;
  const here = (past: PastAddress) => paths.exportCsv(slug, past);
  const { past, actor: eyes, read } = await requirePast(actor, Object.fromEntries(asked), { slug, here, isFile: true });
  const scorecard = await read(() => getScorecard(eyes, slug));
  if (!scorecard) return said(404, "There is no such scorecard.");
  const whole = wholeRange(scorecard);
  if (!whole) return said(404, "This scorecard has no month to take away yet.");

  const [from, to] = [asked.get("from") ?? undefined, asked.get("to") ?? undefined];
  const reading = readRange({ from, to }, { whole, usual: whole });
  if (!reading.ok) return said(400, reading.message);

  const csv = await exportScorecard(eyes, scorecard, reading.range, past);
  const name = `${slug}-${reading.range.from}-to-${reading.range.to}${ofMoment(past)}.csv`;
  return new Response(textStream(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

function ofMoment(past: Past | null): string {
  if (!past) return "";
  return past.edition ? `-edition-${editionText(past.edition)}` : `-cut-${past.cut}`;
}

const said = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
