import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeLists } from "#components/scorecards/change-lists";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { GradeTiles } from "#components/scorecards/grade-tiles";
import { IndicatorCard } from "#components/scorecards/indicator-card";
import { MilestoneLists } from "#components/scorecards/milestone-lists";
import { MonthChoice } from "#components/scorecards/month-choice";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { labelsAt } from "#lib/scorecards/labels-at";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { ofTheme } from "#lib/scorecards/of-theme";
import { usualRange } from "#lib/scorecards/sheet-range";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

export const metadata: Metadata = { title: "Theme" };

export default async function ThemePage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/themes/[theme]">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, theme: themeSlug }, asked] = await Promise.all([params, searchParams]);
  const scorecard = await getScorecard(actor, slug);
  const range = scorecard && usualRange(scorecard);
  if (!scorecard || !range) notFound();
  const sheet = ofTheme(await getSheet(actor, scorecard, range), themeSlug);
  const theme = sheet.indicators[0]?.now.theme;
  if (!theme) notFound();

  const month = sheet.figureMonths.find((each) => each === asked.month) ?? sheet.focus;
  const steps = [{ label: scorecard.name, href: paths.scorecard(slug) }, { label: theme.name }];
  if (!month) {
    return (
      <>
        <Breadcrumbs steps={steps} />
        <PageHeading title={theme.name} />
        <EmptyState title="There is nothing to show yet">No month that you may see has been opened.</EmptyState>
      </>
    );
  }
  const changes = whatChanged(sheet, month);
  const since = changedSince(changes);
  const labels = labelsAt(scorecard, month);
  const aheads = sheet.indicators.map((indicator) => ({ indicator, next: milestonesAhead(indicator, month)[0] }));
  const state = scorecard.months.find((each) => each.month === month)?.state;
  return (
    <>
      <Breadcrumbs steps={steps} />
      <PageHeading title={theme.name} meta={`${monthName(month)} · ${state} · ${changes.length} indicators`} />
      <MonthChoice months={sheet.figureMonths} chosen={month} />
      <GradeTiles changes={changes} labels={labels} slug={slug} />
      <GradeLegend labels={labels} />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <section>
          <h2 className="text-xl">What changed since {since ? monthName(since) : "each was last due"}</h2>
          <ChangeLists changes={changes} slug={slug} />
        </section>
        <section>
          <h2 className="text-xl">Milestones</h2>
          <MilestoneLists month={month} aheads={aheads} slug={slug} />
        </section>
      </div>
      <h2 className="mt-10 text-xl">Indicators</h2>
      {[...Map.groupBy(changes, ({ cell }) => sectionName(cell.at.section))].map(([name, those]) => (
        <section key={name} className="mt-4">
          <h3 className="bg-wash px-2 py-1.5 text-base">{name}</h3>
          <div className="grid gap-x-12 lg:grid-cols-2">
            {those.map((change) => (
              <IndicatorCard
                key={change.indicator.id}
                change={change}
                next={aheads.find(({ indicator }) => indicator === change.indicator)?.next}
                sheet={sheet}
                timeZone={actor.organisation.timeZone}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
