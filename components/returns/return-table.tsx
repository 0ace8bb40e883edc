import { lastDue, previousInAll } from "#components/returns/previous-figure";
import { ReturnTableRow } from "#components/returns/return-table-row";
import type { ReturnRows } from "#components/returns/use-return-rows";
import type { ReturnPart } from "#lib/returns/return-parts";
import { type Month, monthName, monthShort } from "#lib/rules/month";

const columnHeader =
  "border-b border-edge bg-paper px-2 py-1.5 text-left align-bottom text-[0.8125rem] font-semibold whitespace-nowrap text-soft";

/** One scorecard's rows of the return. On a narrow screen each row stands as a block, its cells named. */
export function ReturnTable({
  month,
  part,
  grid,
  isAlone,
}: {
  month: Month;
  part: ReturnPart;
  grid: ReturnRows;
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
  ];
  return (
    <table className="mt-2 block w-full border-separate border-spacing-0 text-sm lg:table">
      <caption className={isAlone ? "sr-only" : "block pt-4 pb-2 text-left text-lg font-semibold lg:table-caption"}>
        {isAlone ? `Your indicators for ${monthName(month)}` : part.scorecard.name}
      </caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr>
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={`${columnHeader} sticky top-0 z-10 ${index >= 2 && index <= 4 ? "lg:text-right" : ""}`}
            >
              {column}
            </th>
          ))}
          <th scope="col" className={`${columnHeader} sticky top-0 z-10`}>
            State and commentary
          </th>
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {part.rows.map((row) => (
          <ReturnTableRow key={row.indicatorId} month={month} row={row} part={part} grid={grid} />
        ))}
      </tbody>
    </table>
  );
}
