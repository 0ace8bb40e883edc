import { constructTable } from "@tanstack/table-core";
import type { HideableColumn } from "#components/scorecards/hideable-columns";
import { IndicatorRow } from "#components/scorecards/indicator-row";
import { SectionRow } from "#components/scorecards/section-row";
import { columnVisibility, sheetColumns, sheetFeatures } from "#components/scorecards/sheet-columns";
import { SheetHeaders } from "#components/scorecards/sheet-headers";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { type Month, monthName } from "#lib/rules/month";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

/** The whole scorecard in the layout of its source. */
export function SheetTable({
  sheet,
  hidden,
  timeZone,
}: {
  sheet: Sheet;
  hidden: readonly HideableColumn[];
  timeZone: string;
}) {
  // On the server, for its columns alone: groups and spans stay right as columns are put away.
  const table = constructTable({
    features: sheetFeatures,
    columns: sheetColumns(sheet),
    data: sheet.indicators,
    state: { columnVisibility: columnVisibility(sheet, hidden) },
  });
  const sections = Map.groupBy(table.getRowModel().rows, ({ original }) => sectionKey(original));
  const commented = ({ cells }: SheetIndicator) =>
    hidden.includes("comments")
      ? []
      : sheet.figureMonths.flatMap((month) => cells.get(month) ?? []).filter(({ comment }) => comment);

  return (
    <TableRegion label={sheet.scorecard.name} className="max-h-[88vh]">
      <table className={`${tableClass} [&_tbody_:is(td,th)]:px-1.5! [&_thead_th]:px-1.5! print:text-[8.5pt]`}>
        <caption>{captionOf(sheet.figureMonths)}</caption>
        <SheetHeaders table={table} />
        {[...sections].map(([key, rows]) => (
          <tbody key={key}>
            {rows.slice(0, 1).map(({ original }) => (
              <SectionRow
                key={key}
                at={original.now}
                width={table.getVisibleLeafColumns().length}
                slug={sheet.scorecard.slug}
              />
            ))}
            {rows.map((row) => (
              <IndicatorRow key={row.id} row={row} commented={commented(row.original)} timeZone={timeZone} />
            ))}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

const sectionKey = ({ now }: SheetIndicator) => `${now.theme.slug} ${now.section.number}`;

function captionOf(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return "Bands and milestones";
  const span = first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`;
  return `Actuals ${span} against bands and milestones`;
}
