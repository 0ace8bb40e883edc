import { chartFile } from "#components/charts/chart-file";
import { chartView } from "#components/charts/chart-view";
import { inWords } from "#lib/actions/in-words";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { type PastAddress, paths } from "#lib/paths";
import { isStorable } from "#lib/rules/is-storable";
import { monthName } from "#lib/rules/month";
import { controlOf } from "#lib/scorecards/control-of";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";

/** The chart of an indicator's page as a file: of the same months, to the same people, as of the same moment. */
export const GET = inWords(drawn);

async function drawn(
  request: Request,
  { params }: RouteContext<"/scorecards/[scorecard]/indicators/[ref]/chart.svg">,
): Promise<Response> {
  const actor = await requirePermission("scorecard.read");
  const { scorecard: slug, ref } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const here = (past: PastAddress) => paths.chartSvg(slug, ref, past);
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here, isFile: true });
  const page =
    isStorable(slug) && isStorable(ref)
      ? await read(() => getIndicatorPage(eyes, slug, { ref, isWhole: asked.months === "all" }))
      : null;
  if (!page) return said("There is no such indicator.");
  const { sheet, indicator, scorecard } = page;
  const view = chartView(sheet, indicator, controlOf(indicator, sheet.figureMonths));
  if (!view) return said("There is no figure yet to draw.");
  const [first, last] = [sheet.figureMonths[0], sheet.figureMonths.at(-1)];
  const shown = first && last ? ` · ${monthName(first)} to ${monthName(last)}` : "";
  const moment = past ? ` · as of ${past.takenAt.toISOString().slice(0, 10)}` : "";
  const file = chartFile(view.chart, {
    title: `${ref} ${indicator.now.measure}`,
    about: `${scorecard.name}${shown}${moment}`,
    words: [view.words, "A band is a local threshold, not an inspection judgement."],
  });
  return new Response(file, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-${ref.replaceAll(/[^\w.-]/g, "-")}.svg"`,
      "Cache-Control": "no-store",
    },
  });
}

const said = (message: string) =>
  new Response(`${message}\n`, { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
