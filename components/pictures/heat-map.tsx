import type { HeatCell } from "#components/pictures/heat-rows";
import type { PicturesView } from "#components/pictures/pictures-view";
import { gradeClass, type ShownLevel } from "#components/scorecards/grade-class";
import { TableRegion } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { missingWords } from "#lib/rules/missing-words";

/** Grades by section over the months: a table whose cells are signs, with their words where there is room and for whoever listens. */
export function HeatMap({ view: { slug, past, months, heat, levels } }: { view: PicturesView }) {
  return (
    <TableRegion label="Grades by section over the months" className="heat">
      <table>
        <caption>Each indicator's grade, month by month</caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            {months.map((month) => (
              <th key={month} scope="col">
                <span>{month}</span>
              </th>
            ))}
          </tr>
        </thead>
        {heat.map(({ name, rows }) => (
          <tbody key={`${name} ${rows[0]?.ref}`}>
            <tr>
              <th scope="rowgroup" colSpan={months.length + 1}>
                {name}
              </th>
            </tr>
            {rows.map(({ ref, measure, cells }) => (
              <tr key={ref}>
                <th scope="row">
                  <TextLink href={paths.indicator(slug, ref, past)}>{ref}</TextLink> <span>{measure}</span>
                </th>
                {cells.map((cell, index) => (
                  <Cell key={months[index]} cell={cell} levels={levels} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

function Cell({ cell, levels }: { cell: HeatCell; levels: readonly ShownLevel[] }) {
  if (typeof cell === "number") {
    const level = levels[cell]!;
    return (
      <td className={gradeClass(level)} data-s={level.short}>
        {level.word}
      </td>
    );
  }
  const [sign, word] =
    cell in noGrade ? noGrade[cell as keyof typeof noGrade] : [`[${cell}]`, missingWords[cell as "x"]];
  return <td data-s={sign}>{word}</td>;
}

const noGrade = {
  "no grade": ["○", "no grade"],
  blank: ["–", "not given"],
  "not due": ["", "not due"],
} as const;
