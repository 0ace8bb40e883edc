import type { SheetView } from "#components/scorecards/sheet-view";
import { monthShort } from "#lib/rules/month";

/** Over which columns: the cells under it name it as their header too. */
type Group = "Bands" | "Actual" | "Milestones";

/** The two header rows of the source: groups over their columns, and what has no group through both. */
export function SheetHeaders({ view: { hidden, bands, months, planned, focus } }: { view: SheetView }) {
  const through = bands.length + months.length + planned.length > 0 ? 2 : 1;
  const column = (name: string, className?: string) => (
    <th scope="col" rowSpan={through} className={className}>
      {name}
    </th>
  );
  const group = (name: Group, columns: readonly string[]) =>
    columns.length > 0 && (
      <th id={name} scope="colgroup" colSpan={columns.length}>
        {name}
      </th>
    );
  return (
    <thead>
      <tr>
        {column("PI ref", "phone")}
        {column("Measure", "phone")}
        {!hidden.includes("action-plan") && column("Action plan")}
        {!hidden.includes("benchmark") && column("Neighbour average", "n")}
        {group("Bands", bands)}
        {!hidden.includes("trend") && column("Trend")}
        {group("Actual", months)}
        {group("Milestones", planned)}
      </tr>
      {through === 2 && (
        <tr>
          {bands.map((word) => (
            <th key={word} headers={"Bands" satisfies Group} scope="col" className="n">
              {word}
            </th>
          ))}
          {months.map((month) => (
            <th
              key={month}
              headers={"Actual" satisfies Group}
              scope="col"
              className={month === focus ? "n phone" : "n"}
            >
              {monthShort(month)}
            </th>
          ))}
          {planned.map((month) => (
            <th key={month} headers={"Milestones" satisfies Group} scope="col" className="n">
              {monthShort(month)}
            </th>
          ))}
        </tr>
      )}
    </thead>
  );
}
