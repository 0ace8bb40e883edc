"use client";

import { CountsChart } from "#components/pictures/counts-chart";
import { HeatMap } from "#components/pictures/heat-map";
import { Movers } from "#components/pictures/movers";
import { Paces } from "#components/pictures/paces";
import type { PicturesView } from "#components/pictures/pictures-view";
import { UsualList } from "#components/pictures/usual-list";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { PartLinks } from "#components/scorecards/part-links";
import { drawnOnce } from "#components/ui/drawn-once";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** A scorecard, or one theme of it, in pictures, drawn of one plain model: the server draws it whole, and no script is needed. */
export const PicturesContent = drawnOnce(({ view }: { view: PicturesView }) => {
  const { slug, past, part, theme } = view;
  return (
    <div className="pictures">
      <PageHeading title={view.title} meta={view.about} />
      {part && (
        <PartLinks
          part={part}
          hrefOf={(number) => paths.pictures(slug, { theme: theme?.slug, part: number, ...past })}
        />
      )}
      {(view.themes.length > 1 || theme) && <ThemeLinks view={view} />}
      <GradeLegend labels={view.levels.slice(0, view.legend)} small={view.small} />
      <h2>Grades over the months</h2>
      <CountsChart view={view} />
      <HeatMap view={view} />
      <h2>{`What moved since ${view.since}`}</h2>
      <Movers view={view} />
      <h2>Milestones ahead</h2>
      <Paces view={view} />
      <h2>What is usual</h2>
      <p className="mb-2 text-soft">{view.usualSaid}</p>
      <UsualList view={view} />
    </div>
  );
});

/** The way from the whole to each theme, which is a page of its own to print. */
function ThemeLinks({ view: { slug, themes, theme, past } }: { view: PicturesView }) {
  return (
    <nav aria-label="Themes" className="print:hidden">
      <ul className="touchable flex flex-wrap gap-x-4">
        {[null, ...themes].map((each) => (
          <li key={each?.slug ?? ""}>
            {each?.slug === theme?.slug ? (
              <b aria-current="page">{each?.name ?? "All of it"}</b>
            ) : (
              <TextLink href={paths.pictures(slug, { theme: each?.slug, ...past })}>
                {each?.name ?? "All of it"}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
