import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { readHidden } from "#components/scorecards/hideable-columns";
import { SheetContent } from "#components/scorecards/sheet-content";
import { sheetView } from "#components/scorecards/sheet-view";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import type { PersonActor } from "#lib/access/actor";
import { currentActor } from "#lib/access/session";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]">;

/** As things are, or as they stood, read once for the page and its title. */
const readPage = cache(async (actor: PersonActor, slug: string, address: string) => {
  const asked: Record<string, string | string[] | undefined> = JSON.parse(address);
  const { past, read } = await requirePast(actor, asked);
  const wanted = { from: one(asked.from), to: one(asked.to), part: one(asked.part) };
  return { past, wanted, page: await read(() => getScorecardPage(actor, slug, wanted)) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }, asked] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readPage(actor, slug, JSON.stringify(asked)));
  return { title: read?.page?.name ?? "Scorecard" };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const { past, wanted, page } = await readPage(actor, slug, JSON.stringify(asked));
  if (!page) notFound();

  const { timeZone } = actor.organisation;
  const banner = past && { past: pastView(past, timeZone), now: paths.scorecard(slug) };
  if (!page.shown) {
    return (
      <>
        {banner && <PastBanner {...banner} />}
        <PageHeading title={page.name} />
        <EmptyState title="There is nothing to show yet">
          No month of this scorecard {actor.roles.every(({ role }) => role === "reader") ? "is closed" : "is open"} yet.
        </EmptyState>
      </>
    );
  }

  const { sheet, whole, range, part, refused } = page.shown;
  const present = past && asked.differs === "now" ? await getScorecardPage(actor, slug, wanted) : null;
  const differences = present?.shown ? differencesView(sheet, present.shown.sheet, timeZone) : null;
  const hidden = readHidden(asked.hide);
  const view = sheetView(sheet, sheet.focus ? whatChanged(sheet, sheet.focus) : [], {
    whole,
    range,
    hidden,
    timeZone,
    now: past?.takenAt ?? new Date(),
    cut: past?.cut ?? null,
    part,
    differing: differences ?? undefined,
  });
  const addressed = { ...range, hide: hidden, ...(part && { part: part.number }) };
  return (
    <>
      {banner && (
        <PastBanner
          {...banner}
          differing={differences ? undefined : paths.scorecard(slug, { ...addressed, cut: past.cut, differs: "now" })}
        />
      )}
      {differences && <DifferenceList differences={differences} />}
      <SheetContent view={view} refused={refused} />
    </>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
