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
import { asSent } from "#components/ui/sent";
import type { PersonActor } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
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
  const then = past && pastView(past, actor);
  const wanted = { theme, part: one(asked.part) };
  const month = one(asked.month);
  const { timeZone } = actor.organisation;
  const isCompared = then?.leadsToNow && asked.differs === "now";
  const page = await remembered(eyes, ["theme", slug, wanted, month, then, isCompared], async () => {
    const found = await read(() => getThemePage(eyes, slug, wanted));
    if (!found) return (await read(() => showsNothingYet(eyes, slug))) ? ("nothing yet" as const) : null;
    const present = isCompared ? await getThemePage(eyes, slug, wanted) : null;
    return shownOf(found, { month, past: then?.address ?? {}, present, timeZone });
  });
  return { past: then, page };
});

type Found = NonNullable<Awaited<ReturnType<typeof getThemePage>>>;

/** What the page shows in finished words; without its view where no month of it is to be seen. */
function shownOf(
  { scorecard, part, sheet }: Found,
  {
    month: asked,
    past,
    present,
    timeZone,
  }: { month: string | undefined; past: PastAddress; present: Found | null; timeZone: string },
) {
  const theme = sheet.indicators[0]?.now.theme;
  if (!theme) return null;
  const shown = {
    scorecard: scorecard.name,
    theme: theme.name,
    differing: present && differencesView(sheet, present.sheet, timeZone),
    sent: null,
  };
  const month = sheet.figureMonths.find((each) => each === asked) ?? sheet.focus;
  if (!month) return shown;
  const changes = whatChanged(sheet, month).map((change) => ({
    ...change,
    next: milestonesAhead(change.indicator, month)[0],
  }));
  const since = changedSince(changes);
  const labels = labelsAt(scorecard, month);
  const view = themeView(sheet, { theme, part, month, since, labels, timeZone, past }, changes);
  return { ...shown, sent: asSent(view) };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug, theme: themeSlug }, asked] = await Promise.all([
    currentActor(),
    params,
    searchParams,
  ]);
  const read = actor && (await readPage(actor, slug, themeSlug, JSON.stringify(asked)));
  const page = read?.page;
  return { title: page && page !== "nothing yet" ? `${apart(page.theme)}, ${apart(page.scorecard)}` : "Theme" };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, theme: themeSlug }, asked] = await Promise.all([params, searchParams]);
  const { past: then, page } = await readPage(actor, slug, themeSlug, JSON.stringify(asked));
  if (page === "nothing yet") redirect(paths.scorecard(slug, then?.address));
  if (!page) notFound();

  const { scorecard, theme, differing, sent } = page;
  const address = then?.address ?? {};
  const compared = paths.theme(slug, themeSlug, { ...address, differs: "now" });
  const banner = then && (
    <>
      <PastBanner
        past={then}
        slug={slug}
        now={paths.theme(slug, themeSlug)}
        differing={differing ? undefined : compared}
      />
      {differing && <DifferenceList differences={differing} />}
    </>
  );
  return (
    <>
      {banner}
      {sent ? (
        <ThemeContent sent={sent} />
      ) : (
        <>
          <Breadcrumbs steps={[{ label: scorecard, href: paths.scorecard(slug, address) }, { label: theme }]} />
          <PageHeading title={theme} />
          <EmptyState title="There is nothing to show yet">No month that you may see has been opened.</EmptyState>
        </>
      )}
    </>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
