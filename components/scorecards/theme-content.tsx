"use client";

import { ChangeLists } from "#components/scorecards/change-lists";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { IndicatorCard } from "#components/scorecards/indicator-card";
import { LevelTiles } from "#components/scorecards/level-tiles";
import { MilestoneLists } from "#components/scorecards/milestone-lists";
import { MonthChoice } from "#components/scorecards/month-choice";
import { PartLinks } from "#components/scorecards/part-links";
import type { ThemeView } from "#components/scorecards/theme-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { drawnOnce } from "#components/ui/drawn-once";
import { PageHeading } from "#components/ui/page-heading";
import { paths } from "#lib/paths";

/** A theme's page, drawn of one plain model, as a scorecard's is. */
export const ThemeContent = drawnOnce(({ view }: { view: ThemeView }) => {
  const { slug, past, scorecard, theme, part, month, about, since, months, tiles, cards } = view;
  const legend = view.levels.slice(0, view.legend);
  return (
    <>
      <Breadcrumbs steps={[{ label: scorecard, href: paths.scorecard(slug, past) }, { label: theme.name }]} />
      <PageHeading
        title={theme.name}
        meta={`${about} · ${cards.length} indicators`}
        actions={<LinkButton href={paths.pictures(slug, { theme: theme.slug, ...past })}>Pictures</LinkButton>}
      />
      {part && (
        <PartLinks part={part} hrefOf={(number) => paths.theme(slug, theme.slug, { month, part: number, ...past })} />
      )}
      <MonthChoice months={months} chosen={month} part={part?.number} past={past} />
      <LevelTiles levels={legend} tiles={tiles} slug={slug} past={past} />
      <GradeLegend labels={legend} small={view.small} />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <section>
          <h2 className="text-xl">What changed since {since}</h2>
          <ChangeLists cards={cards} slug={slug} past={past} />
        </section>
        <section>
          <h2 className="text-xl">Milestones</h2>
          <MilestoneLists month={month} cards={cards} slug={slug} past={past} />
        </section>
      </div>
      <h2 className="mt-10 text-xl">Indicators</h2>
      {[...new Set(cards.map(({ section }) => section))].map((section) => (
        <section key={section} className="mt-4">
          <h3 className="bg-wash px-2 py-1.5 text-base">{section}</h3>
          <div className="grid gap-x-12 lg:grid-cols-2">
            {cards
              .filter((card) => card.section === section)
              .map((card) => (
                <IndicatorCard key={card.ref} card={card} view={view} />
              ))}
          </div>
        </section>
      ))}
    </>
  );
});
