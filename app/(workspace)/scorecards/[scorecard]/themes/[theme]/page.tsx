import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PastBanner } from "#components/history/past-banner";
import { ThemeContent } from "#components/scorecards/theme-content";
import { themeView } from "#components/scorecards/theme-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { labelsAt } from "#lib/scorecards/labels-at";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

export const metadata: Metadata = { title: "Theme" };

export default async function ThemePage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/themes/[theme]">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, theme: themeSlug }, asked] = await Promise.all([params, searchParams]);
  const { past, read } = await requirePast(actor, asked);
  const page = await read(() => getThemePage(actor, slug, { theme: themeSlug, part: [asked.part].flat()[0] }));
  if (!page) notFound();
  const { scorecard, part, sheet } = page;
  const theme = sheet.indicators[0]?.now.theme;
  if (!theme) notFound();

  const cut = past?.cut ?? null;
  const { timeZone } = actor.organisation;
  const banner = past && <PastBanner past={pastView(past, timeZone)} now={paths.theme(slug, themeSlug)} />;
  const month = sheet.figureMonths.find((each) => each === asked.month) ?? sheet.focus;
  if (!month) {
    return (
      <>
        {banner}
        <Breadcrumbs steps={[{ label: scorecard.name, href: paths.scorecard(slug, { cut }) }, { label: theme.name }]} />
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
      timeZone,
      cut,
    },
    changes,
  );
  return (
    <>
      {banner}
      <ThemeContent view={view} />
    </>
  );
}
