import type { PaceRow } from "#components/pictures/pace-rows";
import type { PicturesView } from "#components/pictures/pictures-view";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthShort } from "#lib/rules/month";

/** The milestones ahead: what each takes a month beside what there was a month, drawn and in words. */
export function Paces({ view: { slug, past, paces } }: { view: PicturesView }) {
  if (paces.length === 0) return <p className="text-soft">No milestone is ahead.</p>;
  return (
    <TableRegion label="Milestones ahead, with their pace" className="">
      <table className={tableClass}>
        <caption>The pace so far is of the year to the latest figure, by its first and last</caption>
        <thead>
          <tr>
            {["Indicator", "Milestone", "Outlook", "Needed a month", "So far a month", "Latest"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paces.map((row) => (
            <tr key={row.ref}>
              <th scope="row" className="font-normal">
                <TextLink href={paths.indicator(slug, row.ref, past)}>{row.ref}</TextLink>{" "}
                <span className="max-sm:hidden">{row.measure}</span>
              </th>
              <td>
                {row.asTyped} <span className="whitespace-nowrap text-soft">{`by ${monthShort(row.month)}`}</span>
              </td>
              <td>
                <Bars row={row} />
                <Outlook row={row} />
              </td>
              <td>{row.needed}</td>
              <td>{row.soFar}</td>
              <td>{row.latest}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Outlook({ row: { words, isInTime } }: { row: PaceRow }) {
  if (isInTime === null) return <span className="text-soft">{words}</span>;
  return <span className={isInTime ? "met" : "missed"}>{words}</span>;
}

/** Above what is needed, below what there was: to the left where it leads away. */
function Bars({ row: { bars } }: { row: PaceRow }) {
  if (!bars) return null;
  return (
    <svg
      className="paces"
      width="140"
      height="16"
      viewBox="-100 0 200 16"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="needed" width={bars.needed} height="6" />
      <rect x={Math.min(0, bars.soFar)} y="9" width={Math.abs(bars.soFar)} height="6" />
      <line y2="16" />
    </svg>
  );
}
