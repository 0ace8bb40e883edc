import { FlexRender } from "@tanstack/react-table/flex-render";
import type { Row } from "@tanstack/table-core";
import { columnClass } from "#components/scorecards/column-class";
import { CommentSaid } from "#components/scorecards/comment-said";
import type { sheetFeatures } from "#components/scorecards/sheet-columns";
import type { SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** One indicator's row, and under it the comments on show for its months, newest first. */
export function IndicatorRow({
  row,
  commented,
  timeZone,
}: {
  row: Row<typeof sheetFeatures, SheetIndicator>;
  commented: readonly SheetCell[];
  timeZone: string;
}) {
  const cells = row.getVisibleCells();
  return (
    <>
      <tr className={commented.length > 0 ? "[&>*]:border-b-transparent!" : ""}>
        {cells.map((cell) => {
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
      {commented.length > 0 && (
        <tr>
          <td className="sticky left-0 z-10 bg-paper" />
          <td colSpan={cells.length - 1} className="pt-0!">
            <div className="grid gap-2">
              {commented.toReversed().map((cell) => (
                <CommentSaid key={cell.month} cell={cell} timeZone={timeZone} withMonth />
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
