import { FigureView } from "#components/scorecards/figure-view";
import type { IndicatorView } from "#components/scorecards/indicator-view";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";

// Said once: there may be a hundred rows.
const columns = "[&_tbody_th]:font-normal [&_td:nth-of-type(2)]:text-soft max-sm:[&_td:nth-of-type(2)]:hidden";

/** The months of one indicator, newest first: what is planned, what was given, and why it earned its grade. */
export function MonthTable({ view: { ref, rows, levels, isTold } }: { view: IndicatorView }) {
  return (
    <TableRegion label="Figures by month" className="max-h-[70vh]">
      <table className={`${tableClass} months-table max-w-4xl ${columns}`}>
        <caption>Figures, grades and milestones of {ref} by month</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="figure">
              Figure
            </th>
            <th scope="col" className="max-sm:hidden">
              Why this grade
            </th>
            <th scope="col">Milestone</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([month, state, cell, milestone, reason, note]) => (
            <tr key={month}>
              <th scope="row">
                {isTold && state !== 0 ? (
                  <a href={paths.storyFromIndicator(ref, month)}>{monthName(month)}</a>
                ) : (
                  monthName(month)
                )}
                {state !== 0 && <small className="block text-soft">{state}</small>}
              </th>
              <td className="figure">{cell !== 0 && <FigureView cell={cell} levels={levels} />}</td>
              <td>
                {reason}
                {note && <p className="text-ink">{note}</p>}
              </td>
              <td>{milestone !== 0 && <MilestoneMark asTyped={milestone[0]} state={milestone[1]} stacked />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
