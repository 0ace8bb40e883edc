import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IndicatorHistory } from "#components/history/indicator-history";
import { IndicatorContent } from "#components/scorecards/indicator-content";
import { indicatorView } from "#components/scorecards/indicator-view";
import { may } from "#lib/access/permissions";
import { requirePermission } from "#lib/audit/require-permission";
import { listEntries } from "#lib/history/list-entries";
import { isStorable } from "#lib/rules/is-storable";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { recentRange, wholeRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";

export async function generateMetadata({
  params,
}: PageProps<"/scorecards/[scorecard]/indicators/[ref]">): Promise<Metadata> {
  return { title: `Indicator ${(await params).ref}` };
}

export default async function IndicatorPage({
  params,
  searchParams,
}: PageProps<"/scorecards/[scorecard]/indicators/[ref]">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, ref }, asked] = await Promise.all([params, searchParams]);
  const scorecard = await getScorecard(actor, slug);
  const [whole, recent] = scorecard ? [wholeRange(scorecard), recentRange(scorecard)] : [];
  if (!scorecard || !whole || !recent || !isStorable(ref)) notFound();
  const range = asked.months === "all" ? whole : recent;
  const [sheet, history] = await Promise.all([
    getSheet(actor, scorecard, range, { ref }),
    may(actor, "history.read") ? listEntries(actor, { scorecard: slug, indicator: ref }, null, 8) : null,
  ]);
  const [indicator] = sheet.indicators;
  if (!indicator) notFound();

  const [change] = sheet.focus ? whatChanged(sheet, sheet.focus) : [];
  const { timeZone } = actor.organisation;
  const worksOn = actor.roles.some(({ team }) => team && team.id === indicator.now.team?.id);
  const view = indicatorView(sheet, indicator, {
    change,
    ahead: change ? milestonesAhead(indicator, change.cell.month) : [],
    timeZone,
    workedOn: worksOn ? scorecard.months.filter(({ state }) => state === "open").map(({ month }) => month) : [],
    isCut: range.from > whole.from,
  });
  return (
    <>
      <IndicatorContent view={view} />
      {history && <IndicatorHistory scorecard={slug} indicator={ref} groups={history.groups} timeZone={timeZone} />}
    </>
  );
}
