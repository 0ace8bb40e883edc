import type { CountsRows } from "#components/pictures/counts-words";
import { TableRegion, tableClass } from "#components/ui/table-region";

/** The figures of the bars: closed until somebody asks. */
export function CountsTable({ counts: { columns, rows } }: { counts: CountsRows }) {
  return (
    <details className="mt-1 print:hidden">
      <summary className="link">The counts as a table</summary>
      <TableRegion label="Counts by grade, month by month">
        <table className={tableClass}>
          <caption>How many indicators earned each grade</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              {columns.map((word) => (
                <th key={word} scope="col" className="figure">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([month, ...counts]) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                {counts.map((count, index) => (
                  <td key={columns[index]} className="figure">
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}
