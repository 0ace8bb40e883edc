import { inWords } from "#lib/actions/in-words";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { textStream } from "#lib/exports/text-stream";
import { exportScorecard } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { readRange, wholeRange } from "#lib/scorecards/sheet-range";

/** The scorecard to take away, which is entered: the page's own months if they are given, every month otherwise. */
export const GET = inWords(takeAway);

async function takeAway(request: Request, { params }: RouteContext<"/scorecards/[scorecard]/export.csv">) {
  const actor = await requirePermission("scorecard.export");
  const { scorecard: slug } = await params;
  const asked = new URL(request.url).searchParams;
  const { past, read } = await requirePast(actor, {
    at: asked.get("at") ?? undefined,
    cut: asked.get("cut") ?? undefined,
  });
  const scorecard = await read(() => getScorecard(actor, slug));
  if (!scorecard) return said(404, "There is no such scorecard.");
  const whole = wholeRange(scorecard);
  if (!whole) return said(404, "This scorecard has no month to take away yet.");

  const [from, to] = [asked.get("from") ?? undefined, asked.get("to") ?? undefined];
  const reading = readRange({ from, to }, { whole, usual: whole });
  if (!reading.ok) return said(400, reading.message);

  const csv = await exportScorecard(actor, scorecard, reading.range, past);
  const name = `${slug}-${reading.range.from}-to-${reading.range.to}${past ? `-cut-${past.cut}` : ""}.csv`;
  return new Response(textStream(csv), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

const said = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
