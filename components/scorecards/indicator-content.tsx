"use client";

import { ChartFigure } from "#components/charts/chart-figure";
import { DirectionWords } from "#components/scorecards/direction-words";
import { FactTiles } from "#components/scorecards/fact-tiles";
import type { IndicatorView } from "#components/scorecards/indicator-view";
import { MonthTable } from "#components/scorecards/month-table";
import { ShownComments } from "#components/scorecards/shown-comments";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { received, type Sent } from "#components/ui/sent";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { smallWords } from "#lib/rules/small/small-words";

/** An indicator's page but for its history, drawn of one plain model, as a scorecard's is. */
export function IndicatorContent({ sent, file }: { sent: Sent<IndicatorView>; file: string }) {
  const view = received(sent);
  const { slug, past, scorecard, ref, measure, direction, theme, section, about, facts } = view;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard, href: paths.scorecard(slug, past) },
          { label: theme.name, href: paths.theme(slug, theme.slug, past) },
          { label: section },
        ]}
      />
      <PageHeading
        title={`${ref} ${measure}`}
        meta={
          <>
            <DirectionWords direction={direction} />
            {about}
          </>
        }
      />
      {facts && <FactTiles facts={facts} />}
      <ChartFigure view={view.chart} file={file} />
      <div className="grid gap-x-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          <h2 className="mt-8 mb-2 text-xl">Months</h2>
          <MonthTable view={view} />
          {view.small && <p className="mt-2 text-sm text-soft">{smallWords[view.small]}.</p>}
          {view.isCut && (
            <p className="mt-2">
              <TextLink href={paths.indicator(slug, ref, { months: "all", ...past })}>All months of {ref}</TextLink>
            </p>
          )}
          <ShownComments view={view} />
        </div>
        <section>
          <h2 className="mt-8 mb-2 text-xl">Definition</h2>
          <SummaryList rows={view.definition} />
        </section>
      </div>
    </>
  );
}
