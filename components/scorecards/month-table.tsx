import { cellFigure } from "#components/scorecards/cell-figure";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { gradeReason } from "#lib/rules/grade";
import { type Month, monthName } from "#lib/rules/month";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

/** Every month of one indicator, newest first: what is planned, what was given, and why it earned its grade. */
export function MonthTable({
  indicator,
  sheet,
  months,
}: {
  indicator: SheetIndicator;
  sheet: Sheet;
  months: readonly Month[];
}) {
  return (
    <TableRegion label="Figures by month" className="max-h-[70vh]">
      <table className={`${tableClass} max-w-4xl`}>
        <caption>Figures, grades and milestones of {indicator.ref} by month</caption>
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
          {months.toReversed().flatMap((month) => {
            const cell = indicator.cells.get(month);
            const shown = sheet.figureMonths.includes(month);
            if (!cell || !(shown || cell.milestone)) return [];
            const { actual, at, state, milestone: planned } = cell;
            return (
              <tr key={month}>
                <th scope="row" className="font-normal">
                  {monthName(month)}
                  {shown && <span className="block text-[0.8125rem] text-soft">{state}</span>}
                </th>
                <td className="figure">{shown && cellFigure(cell)}</td>
                <td className="text-soft max-sm:hidden">
                  {actual?.value != null && at.bands && gradeReason(actual.value, at.bands, cell.labels)}
                  {actual?.note && <p className="text-ink">{actual.note}</p>}
                </td>
                <td>
                  {planned && <MilestoneMark asTyped={planned.milestone.asTyped} state={planned.state} stacked />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
