import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { ThemeContent } from "#components/scorecards/theme-content";
import { themeView } from "#components/scorecards/theme-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import type { PersonActor } from "#lib/access/actor";
import { currentActor } from "#lib/access/session";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { type PastAddress, paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { labelsAt } from "#lib/scorecards/labels-at";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { showsNothingYet } from "#lib/scorecards/shows-nothing-yet";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]/themes/[theme]">;

/** As things are, or as they stood, read once for the page and its title. */
const readPage = cache(async (actor: PersonActor, slug: string, theme: string, address: string) => {
  const asked: Record<string, string | string[] | undefined> = JSON.parse(address);
  const here = (past: PastAddress) => paths.theme(slug, theme, past);
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  return { past, eyes, read, page: await read(() => getThemePage(eyes, slug, { theme, part: one(asked.part) })) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug, theme: themeSlug }, asked] = await Promise.all([
    currentActor(),
    params,
    searchParams,
  ]);
  const read = actor && (await readPage(actor, slug, themeSlug, JSON.stringify(asked)));
  const theme = read?.page?.sheet.indicators[0]?.now.theme;
  return { title: theme ? `${apart(theme.name)}, ${apart(read?.page?.scorecard.name ?? "")}` : "Theme" };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, theme: themeSlug }, asked] = await Promise.all([params, searchParams]);
  const { past, eyes, read, page } = await readPage(actor, slug, themeSlug, JSON.stringify(asked));
  const then = past && pastView(past, actor);
  if (!page) {
    if (await read(() => showsNothingYet(eyes, slug))) redirect(paths.scorecard(slug, then?.address));
    notFound();
  }
  const { scorecard, part, sheet } = page;
  const theme = sheet.indicators[0]?.now.theme;
  if (!theme) notFound();

  const { timeZone } = actor.organisation;
  const address = then?.address ?? {};
  const isCompared = then?.leadsToNow && asked.differs === "now";
  const present = isCompared ? await getThemePage(eyes, slug, { theme: themeSlug, part: one(asked.part) }) : null;
  const differences = present && differencesView(sheet, present.sheet, timeZone);
  const compared = paths.theme(slug, themeSlug, { ...address, differs: "now" });
  const banner = then && (
    <>
      <PastBanner
        past={then}
        slug={slug}
        now={paths.theme(slug, themeSlug)}
        differing={differences ? undefined : compared}
      />
      {differences && <DifferenceList differences={differences} />}
    </>
  );
  const month = sheet.figureMonths.find((each) => each === asked.month) ?? sheet.focus;
  if (!month) {
    return (
      <>
        {banner}
        <Breadcrumbs steps={[{ label: scorecard.name, href: paths.scorecard(slug, address) }, { label: theme.name }]} />
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
      past: address,
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

const one = (value: string | string[] | undefined) => [value].flat()[0];
