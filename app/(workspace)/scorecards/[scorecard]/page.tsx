import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PastBanner } from "#components/history/past-banner";
import { asOfWords } from "#components/scorecards/as-of-words";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { type HideableColumn, readHidden } from "#components/scorecards/hideable-columns";
import { SheetContent } from "#components/scorecards/sheet-content";
import { sheetView } from "#components/scorecards/sheet-view";
import { SinceEdition } from "#components/scorecards/since-edition";
import { EndedNote } from "#components/structure/ended-note";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { asSent } from "#components/ui/sent";
import { TextLink } from "#components/ui/text-link";
import type { PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { remembered } from "#lib/access/remembered";
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
  const here = (past: PastAddress) => paths.scorecard(slug, past);
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  const then = past && pastView(past, actor);
  const wanted = { from: one(asked.from), to: one(asked.to), part: one(asked.part) };
  const hidden = readHidden(asked.hide);
  const { timeZone } = actor.organisation;
  const isCompared = then?.leadsToNow && asked.differs === "now";
  const prints = findBrowser() !== null;
  const page = await remembered(eyes, ["scorecard", slug, wanted, hidden, then, isCompared, prints], async () => {
    const found = await read(() => getScorecardPage(eyes, slug, { ...wanted, isLive: past === null }));
    // Through the same eyes: of an edition its own months are compared.
    const present = isCompared ? await getScorecardPage(eyes, slug, wanted) : null;
    return (
      found && {
        ...found,
        shown: found.shown && viewOf(found.shown, { hidden, past: then?.address ?? {}, present, timeZone, prints }),
      }
    );
  });
  return { takenAt: past?.takenAt, past: then, page };
});

type Shown = NonNullable<NonNullable<Awaited<ReturnType<typeof getScorecardPage>>>["shown"]>;

function viewOf(
  { sheet, whole, range, part, refused }: Shown,
  asked: {
    hidden: readonly HideableColumn[];
    past: PastAddress;
    present: { shown: Shown | null } | null;
    timeZone: string;
    prints: boolean;
  },
) {
  const { hidden, past, present, timeZone, prints } = asked;
  const differing = present?.shown ? differencesView(sheet, present.shown.sheet, timeZone) : undefined;
  const changes = sheet.focus ? whatChanged(sheet, sheet.focus) : [];
  const view = sheetView(sheet, changes, { whole, range, hidden, part, timeZone, past, differing });
  return {
    sent: asSent({ ...view, refused, prints }),
    differing,
    address: { ...range, hide: hidden, ...(part && { part: part.number }) },
  };
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }, asked] = await Promise.all([currentActor(), params, searchParams]);
  const read = actor && (await readPage(actor, slug, JSON.stringify(asked)));
  return { title: apart(read?.page?.name ?? "Scorecard") };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const { takenAt, past: then, page } = await readPage(actor, slug, JSON.stringify(asked));
  if (!page) notFound();

  const { timeZone } = actor.organisation;
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
          {may(actor, "theme.add") && !then && (
            <p>
              Give it its <TextLink href={paths.structure(slug)}>themes, sections and indicators</TextLink>, then{" "}
              <TextLink href={paths.months()}>open its first month</TextLink>.
            </p>
          )}
        </EmptyState>
      </>
    );
  }

  const { sent, differing, address } = page.shown;
  const asOf = asOfWords(then, takenAt ?? new Date(), timeZone);
  return (
    <>
      {banner && (
        <PastBanner
          {...banner}
          differing={
            differing ? undefined : paths.scorecard(slug, { ...address, ...banner.past.address, differs: "now" })
          }
        />
      )}
      {ended}
      {differing && <DifferenceList differences={differing} />}
      {page.newest && <SinceEdition slug={slug} edition={page.newest} />}
      <SheetContent sent={sent} asOf={asOf} />
    </>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
