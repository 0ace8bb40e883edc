import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ThemeContent } from "#components/scorecards/theme-content";
import { themeView } from "#components/scorecards/theme-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import type { PersonActor } from "#lib/access/actor";
import { currentActor } from "#lib/access/session";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { labelsAt } from "#lib/scorecards/labels-at";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { ofTheme } from "#lib/scorecards/of-theme";
import { findPart } from "#lib/scorecards/parts";
import { usualRange } from "#lib/scorecards/sheet-range";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]/themes/[theme]">;

/** The page's rows, read once for the page and its title. */
const readTheme = cache(async (actor: PersonActor, slug: string, themeSlug: string, asked?: string) => {
  const scorecard = await getScorecard(actor, slug);
  const range = scorecard && usualRange(scorecard);
  if (!range) return null;
  const part = await findPart(actor, scorecard, range, { theme: themeSlug, part: asked });
  const sheet = ofTheme(await getSheet(actor, scorecard, range, part ?? {}), themeSlug);
  const theme = sheet.indicators[0]?.now.theme;
  return theme ? { scorecard, part, sheet, theme } : null;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard, theme }, { part }] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readTheme(actor, scorecard, theme, [part].flat()[0]));
  return { title: read ? `${read.theme.name}, ${read.scorecard.name}` : "Theme" };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, theme: themeSlug }, asked] = await Promise.all([params, searchParams]);
  const read = await readTheme(actor, slug, themeSlug, [asked.part].flat()[0]);
  if (!read) notFound();
  const { scorecard, part, sheet, theme } = read;

  const month = sheet.figureMonths.find((each) => each === asked.month) ?? sheet.focus;
  if (!month) {
    return (
      <>
        <Breadcrumbs steps={[{ label: scorecard.name, href: paths.scorecard(slug) }, { label: theme.name }]} />
        <PageHeading title={theme.name} />
        <EmptyState title="There is nothing to show yet">No month that you may see has been opened.</EmptyState>
      </>
    );
  }
  const changes = whatChanged(sheet, month).map((change) => ({
    ...change,
    next: milestonesAhead(change.indicator, month)[0],
  }));
  const view = themeView(
    sheet,
    {
      theme,
      part,
      month,
      since: changedSince(changes),
      labels: labelsAt(scorecard, month),
      timeZone: actor.organisation.timeZone,
    },
    changes,
  );
  return <ThemeContent view={view} />;
}
