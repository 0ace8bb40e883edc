import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IndicatorHistory } from "#components/history/indicator-history";
import { DefinitionList } from "#components/scorecards/definition-list";
import { DirectionWords } from "#components/scorecards/direction-words";
import { IndicatorTiles } from "#components/scorecards/indicator-tiles";
import { IndicatorTrend } from "#components/scorecards/indicator-trend";
import { MonthTable } from "#components/scorecards/month-table";
import { ShownComments } from "#components/scorecards/shown-comments";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Card } from "#components/ui/card";
import { PageHeading } from "#components/ui/page-heading";
import { may } from "#lib/access/permissions";
import { requirePermission } from "#lib/audit/require-permission";
import { listEntries } from "#lib/history/list-entries";
import { paths } from "#lib/paths";
import { isStorable } from "#lib/rules/is-storable";
import { sectionName } from "#lib/rules/section-name";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { everyMonth, wholeRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";

export async function generateMetadata({
  params,
}: PageProps<"/scorecards/[scorecard]/indicators/[ref]">): Promise<Metadata> {
  return { title: `Indicator ${(await params).ref}` };
}

export default async function IndicatorPage({ params }: PageProps<"/scorecards/[scorecard]/indicators/[ref]">) {
  const actor = await requirePermission("scorecard.read");
  const { scorecard: slug, ref } = await params;
  const scorecard = await getScorecard(actor, slug);
  const range = scorecard && wholeRange(scorecard);
  if (!scorecard || !range || !isStorable(ref)) notFound();
  const [sheet, history] = await Promise.all([
    getSheet(actor, scorecard, range, { ref }),
    may(actor, "history.read") ? listEntries(actor, { scorecard: slug, indicator: ref }, null, 8) : null,
  ]);
  const [indicator] = sheet.indicators;
  if (!indicator) notFound();

  const { now } = indicator;
  const [change] = sheet.focus ? whatChanged(sheet, sheet.focus) : [];
  const { timeZone } = actor.organisation;
  const worksOn = actor.roles.some(({ team }) => team && team.id === now.team?.id);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard.name, href: paths.scorecard(slug) },
          { label: now.theme.name, href: paths.theme(slug, now.theme.slug) },
          { label: sectionName(now.section) },
        ]}
      />
      <PageHeading
        title={`${ref} ${now.measure}`}
        meta={
          <>
            <DirectionWords direction={now.direction} />
            {[now.actionPlanRefs.length > 0 && `action plan ${now.actionPlanRefs.join(", ")}`, now.team?.name]
              .filter(Boolean)
              .map((text) => ` · ${text}`)}
          </>
        }
      />
      {change && <IndicatorTiles change={change} ahead={milestonesAhead(indicator, change.cell.month)} />}
      <Card className="my-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <IndicatorTrend indicator={indicator} months={sheet.figureMonths} width={240} height={56} />
        <p className="text-sm text-soft">
          The figures of the months in the table below, a gap where there is none. A band is a local threshold, not an
          inspection judgement.
        </p>
      </Card>
      <div className="grid gap-x-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <h2 className="mt-8 mb-2 text-xl">Months</h2>
          <MonthTable indicator={indicator} sheet={sheet} months={everyMonth(scorecard)} />
          <ShownComments
            cells={[...indicator.cells.values()]}
            timeZone={timeZone}
            slug={slug}
            indicatorRef={ref}
            workedOn={worksOn ? scorecard.months.filter(({ state }) => state === "open").map(({ month }) => month) : []}
          />
        </div>
        <section>
          <h2 className="mt-8 mb-2 text-xl">Definition</h2>
          <DefinitionList at={now} labels={sheet.labelsNow} />
        </section>
      </div>
      {history && <IndicatorHistory scorecard={slug} indicator={ref} groups={history.groups} timeZone={timeZone} />}
    </>
  );
}
