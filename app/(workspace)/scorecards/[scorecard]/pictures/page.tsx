import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { PicturesContent } from "#components/pictures/pictures-content";
import { picturesView } from "#components/pictures/pictures-view";
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
import { controlOf } from "#lib/scorecards/control-of";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { showsNothingYet } from "#lib/scorecards/shows-nothing-yet";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]/pictures">;

/** As things are, or as they stood, read once for the page and its title. */
const readPage = cache(async (actor: PersonActor, slug: string, address: string) => {
  const asked: Record<string, string | string[] | undefined> = JSON.parse(address);
  const wanted = { theme: one(asked.theme), part: one(asked.part) };
  const here = (past: PastAddress) => paths.pictures(slug, { theme: wanted.theme, ...past });
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  const then = past && pastView(past, actor);
  const page = await remembered(eyes, ["pictures", slug, wanted, then], async () => {
    const found = await read(() => getPicturesPage(eyes, slug, wanted));
    if (!found) return (await read(() => showsNothingYet(eyes, slug))) ? ("nothing yet" as const) : null;
    return shownOf(found, wanted.theme, then?.address ?? {});
  });
  return { past: then, page };
});

type Found = NonNullable<Awaited<ReturnType<typeof getPicturesPage>>>;

/** What the page shows in finished words; without its view where no month of it is to be seen. */
function shownOf({ scorecard, sheet, themes, part }: Found, slug: string | undefined, past: PastAddress) {
  const theme = themes.find((each) => each.slug === slug);
  if (slug && !theme) return null;
  const shown = { scorecard: scorecard.name, theme: theme?.slug, sent: null };
  const month = sheet.focus;
  if (!month) return shown;
  const changes = whatChanged(sheet, month);
  const drawn = sheet.indicators.map((indicator) => ({
    indicator,
    stretches: controlOf(indicator, sheet.figureMonths),
    next: milestonesAhead(indicator, month)[0],
  }));
  const since = changedSince(changes);
  const view = picturesView(sheet, { month, since, past, theme, themes, part }, { changes, drawn });
  return { ...shown, sent: asSent(view) };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }, asked] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readPage(actor, slug, JSON.stringify(asked)));
  const page = read?.page;
  return { title: page && page !== "nothing yet" ? `${apart(page.scorecard)} in pictures` : "Pictures" };
}

export default async function PicturesPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const { past: then, page } = await readPage(actor, slug, JSON.stringify(asked));
  if (page === "nothing yet") redirect(paths.scorecard(slug, then?.address));
  if (!page) notFound();
  const { scorecard, theme, sent } = page;
  const address = then?.address ?? {};
  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.pictures(slug, { theme })} differing={undefined} />}
      <Breadcrumbs steps={[{ label: scorecard, href: paths.scorecard(slug, address) }, { label: "Pictures" }]} />
      {sent ? (
        <PicturesContent sent={sent} />
      ) : (
        <>
          <PageHeading title={`${apart(scorecard)} in pictures`} />
          <EmptyState title="There is nothing to show yet">No month that you may see has been opened.</EmptyState>
        </>
      )}
    </>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
