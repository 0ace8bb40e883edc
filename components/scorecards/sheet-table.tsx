import { FlexRender } from "@tanstack/react-table/flex-render";
import { constructTable } from "@tanstack/table-core";
import { Fragment } from "react";
import { CommentSaid } from "#components/scorecards/comment-said";
import type { HideableColumn } from "#components/scorecards/hideable-columns";
import {
  columnVisibility,
  type SheetColumnMeta,
  sheetColumns,
  sheetFeatures,
} from "#components/scorecards/sheet-columns";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

const columnClass = ({ className = "", onPhone }: SheetColumnMeta = {}) =>
  `${className} ${onPhone ? "" : "max-sm:hidden"}`;

/** The whole scorecard in the layout of its source. Drawn on the server; the table's model keeps groups and spans right as columns are put away. */
export function SheetTable({
  sheet,
  hidden,
  timeZone,
}: {
  sheet: Sheet;
  hidden: readonly HideableColumn[];
  timeZone: string;
}) {
  const table = constructTable({
    features: sheetFeatures,
    columns: sheetColumns(sheet),
    data: sheet.indicators,
    state: { columnVisibility: columnVisibility(sheet, hidden) },
  });
  const [groups, heads] = table.getHeaderGroups();
  const width = table.getVisibleLeafColumns().length;
  const sections = [...Map.groupBy(table.getRowModel().rows, ({ original: { now } }) => sectionKey(now)).values()];
  const shown = sheet.figureMonths;
  const span = shown[0] && shown.at(-1) ? `${monthName(shown[0])} to ${monthName(shown.at(-1) ?? shown[0])}` : "";

  return (
    <TableRegion label={sheet.scorecard.name} className="max-h-[88vh]">
      <table className={`${tableClass} [&_tbody_:is(td,th)]:px-1.5! [&_thead_th]:px-1.5! print:text-[8.5pt]`}>
        <caption>Actuals {span} against thresholds and milestones</caption>
        <thead>
          <tr>
            {groups?.headers.map((header) => {
              const { id, colSpan, isPlaceholder } = header;
              const leaf = header.getLeafHeaders().at(-1) ?? header;
              return isPlaceholder ? (
                <th key={id} scope="col" rowSpan={2} className={columnClass(leaf.column.columnDef.meta)}>
                  <FlexRender header={leaf} />
                </th>
              ) : (
                <th key={id} scope="colgroup" colSpan={colSpan} className="border-b-line! text-center! max-sm:hidden">
                  <FlexRender header={header} />
                </th>
              );
            })}
          </tr>
          <tr>
            {heads?.headers
              .filter(({ column }) => column.parent)
              .map((header) => (
                <th key={header.id} scope="col" className={columnClass(header.column.columnDef.meta)}>
                  <FlexRender header={header} />
                </th>
              ))}
          </tr>
        </thead>
        {sections.map((rows) => (
          <tbody key={sectionKey(rows[0]?.original.now)}>
            <SectionRow indicator={rows[0]?.original} width={width} slug={sheet.scorecard.slug} />
            {rows.map((row) => {
              const comments = hidden.includes("comments")
                ? []
                : shown.flatMap((month) => row.original.cells.get(month) ?? []).filter(({ comment }) => comment);
              return (
                <Fragment key={row.id}>
                  <tr className={comments.length > 0 ? "[&>*]:border-b-transparent!" : ""}>
                    {row.getVisibleCells().map((cell) => {
                      const { columnDef } = cell.column;
                      return columnDef.id === "ref" ? (
                        <th key={cell.id} scope="row" className={columnClass(columnDef.meta)}>
                          <FlexRender cell={cell} />
                        </th>
                      ) : (
                        <td key={cell.id} className={columnClass(columnDef.meta)}>
                          <FlexRender cell={cell} />
                        </td>
                      );
                    })}
                  </tr>
                  {comments.length > 0 && (
                    <tr>
                      <td className="sticky left-0 z-10 bg-paper" />
                      <td colSpan={width - 1} className="pt-0!">
                        <div className="grid gap-2">
                          {comments.toReversed().map((cell) => (
                            <CommentSaid key={cell.month} cell={cell} timeZone={timeZone} withMonth />
                          ))}
                        </div>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

const sectionKey = (now: SheetIndicator["now"] | undefined) => `${now?.theme.slug} ${now?.section.number}`;

function SectionRow({
  indicator,
  width,
  slug,
}: {
  indicator: SheetIndicator | undefined;
  width: number;
  slug: string;
}) {
  if (!indicator) return null;
  const { section, theme } = indicator.now;
  return (
    <tr>
      <th scope="rowgroup" colSpan={width} className="bg-wash font-semibold">
        <span className="sticky left-2">
          {sectionName(section)}
          <span className="ml-3 text-[0.8125rem] font-normal">
            <TextLink href={paths.theme(slug, theme.slug)} className="inline-block leading-6">
              {theme.name}
            </TextLink>
          </span>
        </span>
      </th>
    </tr>
  );
}
