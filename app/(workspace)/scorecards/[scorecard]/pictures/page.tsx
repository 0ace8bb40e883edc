import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { PicturesContent } from "#components/pictures/pictures-content";
import { picturesView } from "#components/pictures/pictures-view";
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
import type { Month } from "#lib/rules/month";
import { controlOf } from "#lib/scorecards/control-of";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { showsNothingYet } from "#lib/scorecards/shows-nothing-yet";
import { changedSince, whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]/pictures">;

/** As things are, or as they stood, read once for the page and its title. */
const readPage = cache(async (actor: PersonActor, slug: string, address: string) => {
  const asked: Record<string, string | string[] | undefined> = JSON.parse(address);
  const theme = one(asked.theme);
  const here = (past: PastAddress) => paths.pictures(slug, { theme, ...past });
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  return { past, eyes, read, page: await read(() => getPicturesPage(eyes, slug, { theme, part: one(asked.part) })) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }, asked] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readPage(actor, slug, JSON.stringify(asked)));
  return { title: read?.page ? `${apart(read.page.scorecard.name)} in pictures` : "Pictures" };
}

export default async function PicturesPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const { past, eyes, read, page } = await readPage(actor, slug, JSON.stringify(asked));
  const then = past && pastView(past, actor);
  if (!page) {
    if (await read(() => showsNothingYet(eyes, slug))) redirect(paths.scorecard(slug, then?.address));
    notFound();
  }
  const theme = page.themes.find((each) => each.slug === one(asked.theme));
  if (one(asked.theme) && !theme) notFound();
  const address = then?.address ?? {};
  return (
    <>
      {then && (
        <PastBanner past={then} slug={slug} now={paths.pictures(slug, { theme: theme?.slug })} differing={undefined} />
      )}
      <Breadcrumbs
        steps={[{ label: page.scorecard.name, href: paths.scorecard(slug, address) }, { label: "Pictures" }]}
      />
      {page.sheet.focus ? (
        <PicturesContent view={viewOf(page, page.sheet.focus, theme, address)} />
      ) : (
        <>
          <PageHeading title={`${apart(page.scorecard.name)} in pictures`} />
          <EmptyState title="There is nothing to show yet">No month that you may see has been opened.</EmptyState>
        </>
      )}
    </>
  );
}

type Page = NonNullable<Awaited<ReturnType<typeof getPicturesPage>>>;

function viewOf(
  { sheet, themes, part }: Page,
  month: Month,
  theme: Page["themes"][number] | undefined,
  past: PastAddress,
) {
  const changes = whatChanged(sheet, month);
  const drawn = sheet.indicators.map((indicator) => ({
    indicator,
    stretches: controlOf(indicator, sheet.figureMonths),
    next: milestonesAhead(indicator, month)[0],
  }));
  return picturesView(sheet, { month, since: changedSince(changes), past, theme, themes, part }, { changes, drawn });
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
