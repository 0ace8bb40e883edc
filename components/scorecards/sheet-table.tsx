import { SheetHeaders } from "#components/scorecards/sheet-headers";
import { SheetRow } from "#components/scorecards/sheet-row";
import type { SheetView } from "#components/scorecards/sheet-view";
import { TableRegion } from "#components/ui/table-region";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

// As many columns as stand beside each other on paper without being made smaller.
const widest = 18;

/** The whole scorecard in the layout of its source. */
export function SheetTable({ view }: { view: SheetView }) {
  const { slug, past, name, hidden, bands, months, planned, sections } = view;
  const single = ["action-plan", "benchmark", "trend"].filter((part) => !hidden.some((each) => each === part)).length;
  const width = 2 + single + bands.length + months.length + planned.length;
  return (
    <TableRegion label={name} className="max-h-[88vh]">
      <table className={width > widest ? "sheet wide" : "sheet"}>
        <caption>{captionOf(months)}</caption>
        <SheetHeaders view={view} />
        {sections.map(({ name: section, theme, rows }) => (
          <tbody key={`${theme.slug} ${section}`}>
            <tr>
              <th scope="rowgroup" colSpan={width}>
                <span>
                  {section}
                  <a href={paths.theme(slug, theme.slug, past)}>{theme.name}</a>
                </span>
              </th>
            </tr>
            {rows.map((row) => (
              <SheetRow key={row.ref} row={row} view={view} width={width} />
            ))}
          </tbody>
        ))}
      </table>
    </TableRegion>
  );
}

function captionOf(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return "Bands and milestones";
  const span = first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`;
  return `Actuals ${span} against bands and milestones`;
}
