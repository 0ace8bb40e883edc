import { PackGraded } from "#components/pack/pack-sign";
import type { CellView } from "#components/scorecards/cell-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { noFigureWords } from "#components/scorecards/no-figure-words";
import type { RowView, SheetView } from "#components/scorecards/sheet-view";
import { monthShort } from "#lib/rules/month";
import { directionWords } from "#lib/rules/which-is-better";

/** An indicator's months in a row: each figure with its grade, and the plan. */
export function PackRow({ row, view: { levels, months, planned } }: { row: RowView; view: SheetView }) {
  return (
    <tr>
      <th scope="row">{row.ref}</th>
      <td>
        {row.measure} <span className="small">{`(${directionWords(row.direction)})`}</span>
      </td>
      {row.cells.map((cell, index) => (
        <td key={months[index]} className="n">
          <Figure cell={cell} levels={levels} />
        </td>
      ))}
      <td>
        {row.milestones.flatMap((milestone, index) =>
          milestone ? (
            <span
              key={planned[index]}
              className="milestone-of"
            >{`${monthShort(planned[index]!)}: ${milestone[0]}, ${milestone[1]}`}</span>
          ) : (
            []
          ),
        )}
      </td>
    </tr>
  );
}

const beside = (flags: string) => (flags ? ` ${flags.replace(/./g, "[$&]")}` : "");

function Figure({ cell, levels }: { cell: CellView; levels: readonly ShownLevel[] }) {
  if (typeof cell === "string") return <None kind={cell} flags="" />;
  if ("none" in cell) return <None kind={cell.none} flags={cell.flags} />;
  const [figure, place, flags = ""] = cell;
  const level = place === null ? undefined : levels[place];
  const shown = <b>{`${figure}${beside(flags)}`}</b>;
  return level ? <PackGraded figure={shown} level={level} /> : shown;
}

function None({ kind, flags }: { kind: keyof typeof noFigureWords; flags: string }) {
  const { sign, word } = noFigureWords[kind];
  const words = kind === "blank" ? word : kind === "not due" ? sign : `${sign} ${word}`;
  return <span className="none">{`${words}${beside(flags)}`}</span>;
}
