import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { readHidden } from "#components/scorecards/hideable-columns";
import { SheetContent } from "#components/scorecards/sheet-content";
import { sheetView } from "#components/scorecards/sheet-view";
import { SinceEdition } from "#components/scorecards/since-edition";
import { EndedNote } from "#components/structure/ended-note";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import type { PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { currentActor } from "#lib/access/session";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { findBrowser } from "#lib/exports/find-browser";
import { type PastAddress, paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]">;

/** As things are, or as they stood, read once for the page and its title. */
const readPage = cache(async (actor: PersonActor, slug: string, address: string) => {
  const asked: Record<string, string | string[] | undefined> = JSON.parse(address);
  const wanted = { from: one(asked.from), to: one(asked.to), part: one(asked.part) };
  const here = (past: PastAddress) => paths.scorecard(slug, past);
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  return {
    past,
    eyes,
    wanted,
    page: await read(() => getScorecardPage(eyes, slug, { ...wanted, isLive: past === null })),
  };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }, asked] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readPage(actor, slug, JSON.stringify(asked)));
  return { title: apart(read?.page?.name ?? "Scorecard") };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const { past, eyes, wanted, page } = await readPage(actor, slug, JSON.stringify(asked));
  if (!page) notFound();

  const { timeZone } = actor.organisation;
  const then = past && pastView(past, actor);
  const banner = then && { past: then, slug, now: paths.scorecard(slug) };
  const ended = page.ended && <EndedNote ended={page.ended} timeZone={timeZone} />;
  if (!page.shown) {
    return (
      <>
        {banner && <PastBanner {...banner} />}
        <PageHeading title={page.name} />
        {ended}
        <EmptyState title="There is nothing to show yet">
          No month of this scorecard is open yet.
          {may(actor, "theme.add") && !past && (
            <p>
              Give it its <TextLink href={paths.structure(slug)}>themes, sections and indicators</TextLink>, then{" "}
              <TextLink href={paths.months()}>open its first month</TextLink>.
            </p>
          )}
        </EmptyState>
      </>
    );
  }

  const { sheet, whole, range, part, refused } = page.shown;
  // Through the same eyes: of an edition its own months are compared.
  const present = then?.leadsToNow && asked.differs === "now" ? await getScorecardPage(eyes, slug, wanted) : null;
  const differences = present?.shown ? differencesView(sheet, present.shown.sheet, timeZone) : null;
  const hidden = readHidden(asked.hide);
  const view = sheetView(sheet, sheet.focus ? whatChanged(sheet, sheet.focus) : [], {
    whole,
    range,
    hidden,
    timeZone,
    now: past?.takenAt ?? new Date(),
    asOf: then,
    part,
    differing: differences ?? undefined,
  });
  const addressed = { ...range, hide: hidden, ...(part && { part: part.number }) };
  return (
    <>
      {banner && (
        <PastBanner
          {...banner}
          differing={
            differences ? undefined : paths.scorecard(slug, { ...addressed, ...banner.past.address, differs: "now" })
          }
        />
      )}
      {ended}
      {differences && <DifferenceList differences={differences} />}
      {page.newest && <SinceEdition slug={slug} edition={page.newest} />}
      <SheetContent view={view} refused={refused} prints={findBrowser() !== null} />
    </>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
