import type { CellView } from "#components/scorecards/cell-view";
import { DirectionWords } from "#components/scorecards/direction-words";
import { milestoneClass } from "#components/scorecards/milestone-mark";
import { Said } from "#components/scorecards/said";
import { SheetCell } from "#components/scorecards/sheet-cell";
import type { RowView, SheetView } from "#components/scorecards/sheet-view";
import { TrendLine } from "#components/scorecards/trend-line";
import { trendSizes } from "#components/scorecards/trend-sizes";
import { paths } from "#lib/paths";
import { monthShort } from "#lib/rules/month";

/** One indicator's row, and under it the newest comment on show for its months. On a phone it opens to all its cells, by their labels. */
export function SheetRow({ row, view, width }: { row: RowView; view: SheetView; width: number }) {
  const { ref, measure, direction, plan, benchmark, bands, trend, cells, milestones, said, earlier, differs } = row;
  const { slug, past, hidden, months, planned, levels, focus } = view;
  const labels = months.map(monthShort);
  return (
    <>
      <tr className={said ? "commented" : undefined}>
        <th scope="row">
          <a href={paths.indicator(slug, ref, past)}>{ref}</a>
          {differs?.itself && <Differs />}
        </th>
        <td className="measure">
          {measure}
          <DirectionWords direction={direction} />
          <details>
            <summary aria-label={`More of ${ref}`}>More</summary>
          </details>
        </td>
        {!hidden.includes("action-plan") && (plan ? <td className="plan">{plan}</td> : <td />)}
        {!hidden.includes("benchmark") &&
          (benchmark ? (
            <td className="peers">
              {benchmark[0]}
              {benchmark[1] && <small className="year">{benchmark[1]}</small>}
            </td>
          ) : (
            <td />
          ))}
        {bands.map((band, index) =>
          band ? (
            <td key={view.bands[index]} data-b={view.bands[index]}>
              {band}
            </td>
          ) : (
            <td key={view.bands[index]} />
          ),
        )}
        {trend && (
          <td>
            <TrendLine
              indicatorRef={ref}
              trend={trend}
              figures={ends(cells.map(figureOf))}
              months={months}
              size={trendSizes.row}
            />
          </td>
        )}
        {cells.map((cell, index) => (
          <td key={labels[index]} data-l={labels[index]} className={months[index] === focus ? "now" : undefined}>
            <SheetCell cell={cell} levels={levels} />
            {differs?.cells.includes(index) && <Differs />}
          </td>
        ))}
        {milestones.map((milestone, index) =>
          milestone ? (
            <td key={planned[index]} data-m={monthShort(planned[index]!)}>
              {milestone[0]}
              <small className={milestoneClass(milestone[1])}>{milestone[1]}</small>
              {differs?.milestones.includes(index) && <Differs />}
            </td>
          ) : (
            <td key={planned[index]}>{differs?.milestones.includes(index) && <Differs />}</td>
          ),
        )}
      </tr>
      {said && (
        <tr>
          <td />
          <td colSpan={width - 1} className="said">
            <Said said={said} />
            {earlier && (
              <a href={paths.indicator(slug, ref, past)}>
                {`${earlier} earlier`}
                <span className="sr-only">{` of ${ref}`}</span>
              </a>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** Marks what differs from now, in a table of the past. */
const Differs = () => <small className="differs">differs</small>;

/** The figures between stand beside the line, in their cells. */
function ends(figures: (string | null)[]): (string | null)[] {
  const given = figures.flatMap((figure, index) => (figure === null ? [] : [index]));
  return figures.map((figure, index) => (index === given[0] || index === given.at(-1) ? figure : null));
}

const figureOf = (cell: CellView) => (typeof cell === "string" || "none" in cell ? null : cell[0]);
