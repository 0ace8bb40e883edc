import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readHidden } from "#components/scorecards/hideable-columns";
import { SheetContent } from "#components/scorecards/sheet-content";
import { sheetView } from "#components/scorecards/sheet-view";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { currentActor } from "#lib/access/session";
import { requirePermission } from "#lib/audit/require-permission";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { findPart } from "#lib/scorecards/parts";
import { readRange, usualRange, wholeRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";

type Props = PageProps<"/scorecards/[scorecard]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { scorecard: slug }] = await Promise.all([currentActor(), params]);
  return { title: (actor && (await getScorecard(actor, slug)))?.name ?? "Scorecard" };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const scorecard = await getScorecard(actor, slug);
  if (!scorecard) notFound();

  const [whole, usual] = [wholeRange(scorecard), usualRange(scorecard)];
  if (!whole || !usual) {
    return (
      <>
        <PageHeading title={scorecard.name} />
        <EmptyState title="There is nothing to show yet">
          No month of this scorecard {actor.roles.every(({ role }) => role === "reader") ? "is closed" : "is open"} yet.
        </EmptyState>
      </>
    );
  }

  const reading = readRange({ from: one(asked.from), to: one(asked.to) }, { whole, usual });
  const range = reading.ok ? reading.range : usual;
  const part = await findPart(actor, scorecard, range, { part: one(asked.part) });
  const sheet = await getSheet(actor, scorecard, range, part ?? {});
  const view = sheetView(sheet, sheet.focus ? whatChanged(sheet, sheet.focus) : [], {
    whole,
    range,
    hidden: readHidden(asked.hide),
    timeZone: actor.organisation.timeZone,
    now: new Date(),
    part,
  });
  return <SheetContent view={view} refused={reading.ok ? null : reading.message} />;
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
