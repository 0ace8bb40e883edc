import { FlexRender } from "@tanstack/react-table/flex-render";
import type { Table } from "@tanstack/table-core";
import { columnClass } from "#components/scorecards/column-class";
import type { sheetFeatures } from "#components/scorecards/sheet-columns";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** The two header rows of the source: groups over their columns, and what has no group through both. */
export function SheetHeaders({ table }: { table: Table<typeof sheetFeatures, SheetIndicator> }) {
  const [groups, leaves] = table.getHeaderGroups();
  return (
    <thead>
      <tr>
        {groups?.headers.map((header) => {
          const { id, colSpan, subHeaders, isPlaceholder } = header;
          if (!isPlaceholder && subHeaders.length > 0) {
            return (
              <th key={id} scope="colgroup" colSpan={colSpan} className="border-b-line! text-center! max-sm:hidden">
                <FlexRender header={header} />
              </th>
            );
          }
          const leaf = header.getLeafHeaders().at(-1) ?? header;
          return (
            <th key={id} scope="col" rowSpan={leaves ? 2 : 1} className={columnClass(leaf.column.columnDef.meta)}>
              <FlexRender header={leaf} />
            </th>
          );
        })}
      </tr>
      {leaves && (
        <tr>
          {leaves.headers
            .filter(({ column }) => column.parent)
            .map((header) => (
              <th key={header.id} scope="col" className={columnClass(header.column.columnDef.meta)}>
                <FlexRender header={header} />
              </th>
            ))}
        </tr>
      )}
    </thead>
  );
}
