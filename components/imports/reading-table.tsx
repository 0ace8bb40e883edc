import { ReadingCells } from "#components/imports/reading-cells";
import { TableRegion, tableClass } from "#components/ui/table-region";
import type { Reading } from "#lib/imports/reader/reading";
import { bandedLevels } from "#lib/rules/labels";
import { type Month, monthShort } from "#lib/rules/month";

/** What was read, in the layout of the source, with the grade and milestone states it would have. */
export function ReadingTable({ reading }: { reading: Reading }) {
  const actualMonths = monthsOf(reading.indicators.flatMap(({ actuals }) => actuals));
  const milestoneMonths = monthsOf(reading.indicators.flatMap(({ milestones }) => milestones));
  const { labels } = reading.labelSet;
  const bands = bandedLevels(labels);
  const width = 4 + bands.length + actualMonths.length + milestoneMonths.length;
  return (
    <TableRegion label="What was read">
      <table className={`${tableClass} min-w-6xl`}>
        <caption>
          {reading.name}: {reading.indicators.length} indicators as read
        </caption>
        <thead>
          <tr>
            <th scope="col">PI ref</th>
            <th scope="col">Measure</th>
            <th scope="col">Action plan</th>
            <th scope="col">{reading.benchmark?.name ?? "Benchmark"}</th>
            {bands.map(({ rank, word }) => (
              <th key={rank} scope="col">
                {word}
              </th>
            ))}
            {actualMonths.map((month) => (
              <th key={month} scope="col" className="figure">
                {monthShort(month)}
              </th>
            ))}
            {milestoneMonths.map((month) => (
              <th key={month} scope="col">
                Milestone <span className="whitespace-nowrap">{monthShort(month)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {reading.sections.map((section) => (
          <tbody key={section.number}>
            <tr className="bg-wash">
              <th scope="rowgroup" colSpan={width}>
                {section.number} {section.title ?? "(no title in the source)"}{" "}
                <span className="font-normal text-soft">
                  {section.theme} · team {section.team}
                </span>
              </th>
            </tr>
            {reading.indicators
              .filter((indicator) => indicator.section === section.number)
              .map((indicator) => (
                <ReadingCells
                  key={indicator.ref}
                  indicator={indicator}
                  comments={reading.comments.filter(({ ref }) => ref === indicator.ref)}
                  months={reading.months}
                  actualMonths={actualMonths}
                  milestoneMonths={milestoneMonths}
                  labels={labels}
                />
              ))}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

function monthsOf(cells: readonly { month: Month }[]): Month[] {
  return [...new Set(cells.map(({ month }) => month))].sort();
}
