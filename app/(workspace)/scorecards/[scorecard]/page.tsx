import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { GradeTiles } from "#components/scorecards/grade-tiles";
import { readHidden } from "#components/scorecards/hideable-columns";
import { SheetControls } from "#components/scorecards/sheet-controls";
import { SheetTable } from "#components/scorecards/sheet-table";
import { DownloadButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { momentName } from "#lib/rules/moment";
import { monthName, monthRange } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { readRange, usualRange, wholeRange } from "#lib/scorecards/sheet-range";
import { whatChanged } from "#lib/scorecards/what-changed";

export const metadata: Metadata = { title: "Scorecard" };

export default async function ScorecardPage({ params, searchParams }: PageProps<"/scorecards/[scorecard]">) {
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
  const hidden = readHidden(asked.hide);
  const sheet = await getSheet(actor, scorecard, range);
  const focus = scorecard.months.find(({ month }) => month === sheet.focus);
  return (
    <div className="[page:scorecard]">
      <PageHeading
        title={scorecard.name}
        meta={focus && `${monthName(focus.month)} · ${focus.state}`}
        actions={<DownloadButton href={paths.exportCsv(slug, range)}>Export as CSV</DownloadButton>}
      />
      {!reading.ok && (
        <Note tone="stop" live="alert">
          {reading.message} The usual months are shown.
        </Note>
      )}
      <SheetControls months={monthRange(whole.from, whole.to)} range={range} hidden={hidden} />
      {sheet.focus && <GradeTiles changes={whatChanged(sheet, sheet.focus)} labels={sheet.labels} slug={slug} />}
      <GradeLegend labels={sheet.labels} />
      <p className="mb-2 hidden text-sm text-soft print:block">
        Live figures as they stood on {momentName(new Date(), actor.organisation.timeZone)}.
      </p>
      <SheetTable sheet={sheet} hidden={hidden} timeZone={actor.organisation.timeZone} />
    </div>
  );
}

const one = (value: string | string[] | undefined) => [value].flat()[0];
