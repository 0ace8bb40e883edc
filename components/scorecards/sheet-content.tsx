"use client";

import { AsReadersSee } from "#components/scorecards/as-readers-see";
import { GradeLegend } from "#components/scorecards/grade-legend";
import { LevelTiles } from "#components/scorecards/level-tiles";
import { PartLinks } from "#components/scorecards/part-links";
import { SheetControls } from "#components/scorecards/sheet-controls";
import { SheetTable } from "#components/scorecards/sheet-table";
import type { SheetView } from "#components/scorecards/sheet-view";
import { DownloadButton, LinkButton } from "#components/ui/button";
import { drawnOnce } from "#components/ui/drawn-once";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import type { Sent } from "#components/ui/sent";
import { paths } from "#lib/paths";

/** Of a scorecard's page: its sheet, and what else was asked and is there. */
export type SheetPageView = SheetView & {
  refused: string | null;
  /** Whether there is something here that makes a PDF. */
  prints: boolean;
};

/**
 * A scorecard's page, drawn of one plain model. It is a client component for what travels, not for what it does: a server
 * component's page is sent twice, as HTML and as the elements it is made of, and this one's elements are made of the model.
 */
export function SheetContent({
  sent,
  asOf,
}: {
  sent: Sent<SheetPageView>;
  /** Whose figures a printed page shows, and as they stood when. */
  asOf: string;
}) {
  return (
    <div className="[page:scorecard]">
      <Top sent={sent} />
      <p className="mb-2 hidden text-sm text-soft print:block">{asOf}</p>
      <Table sent={sent} />
    </div>
  );
}

const Table = drawnOnce(SheetTable);

const Top = drawnOnce(({ view }: { view: SheetPageView }) => {
  const { slug, past, name, about, range, levels, tiles, part, refused, prints } = view;
  const legend = levels.slice(0, view.legend);
  return (
    <>
      <PageHeading
        title={name}
        meta={about}
        actions={
          <>
            <LinkButton href={paths.pictures(slug, past)}>Pictures</LinkButton>
            <LinkButton href={paths.editions(slug)}>Editions</LinkButton>
            {part && <LinkButton href={paths.workbook(slug, { ...range, ...past })}>Make a workbook</LinkButton>}
            {prints && <LinkButton href={paths.pack(slug, { ...range, ...past })}>Board pack (PDF)</LinkButton>}
            <DownloadButton href={paths.exportXlsx(slug, { ...range, ...past })}>Export as XLSX</DownloadButton>
            <DownloadButton href={paths.exportCsv(slug, { ...range, ...past })}>Export as CSV</DownloadButton>
            <DownloadButton href={paths.exportCsv(slug, { ...range, ...past, form: "spreadsheet" })}>
              CSV for a spreadsheet
            </DownloadButton>
          </>
        }
      />
      {view.small === "shown" && <AsReadersSee view={view} prints={prints} />}
      {refused && (
        <Note tone="stop" live="alert">
          {refused} The usual months are shown.
        </Note>
      )}
      {part && (
        <PartLinks
          part={part}
          hrefOf={(number) => paths.scorecard(slug, { ...range, hide: view.hidden, part: number, ...past })}
        />
      )}
      <SheetControls whole={view.whole} range={range} hidden={view.hidden} part={part?.number} past={past} />
      {tiles.length > 0 && <LevelTiles levels={legend} tiles={tiles} slug={slug} past={past} />}
      <GradeLegend labels={legend} small={view.small} />
    </>
  );
});
