import { lastDue, previousInAll } from "#components/returns/previous-figure";
import { ReturnTableRow } from "#components/returns/return-table-row";
import type { GridKeys } from "#components/returns/use-grid-keys";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { ReturnPart } from "#lib/returns/return-parts";
import { type Month, monthName, monthShort } from "#lib/rules/month";

/** One scorecard's rows of the return. On a narrow screen each row stands as a block, its cells named. */
export function ReturnTable({
  month,
  part,
  grid,
  keys,
  isAlone,
}: {
  month: Month;
  part: ReturnPart;
  grid: ReturnRows;
  keys: GridKeys;
  isAlone: boolean;
}) {
  const previous = previousInAll(part);
  const columns = [
    "PI ref",
    "Measure",
    previous ? monthShort(previous) : lastDue,
    monthShort(month),
    "Earns",
    "Milestone",
    "State and commentary",
  ];
  return (
    <table className="return">
      <caption className={isAlone ? "sr-only!" : undefined}>
        {isAlone ? `Your indicators for ${monthName(month)}` : part.scorecard.name}
      </caption>
      <thead className="sr-only desk:not-sr-only desk:table-header-group">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.rows.map((row) => (
          <ReturnTableRow
            key={row.indicatorId}
            month={month}
            row={row}
            part={part}
            grid={grid}
            keys={keys}
            isPreviousNamed={previous !== null}
          />
        ))}
      </tbody>
    </table>
  );
}
