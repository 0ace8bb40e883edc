import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { PastKeeping } from "#lib/redactions/list-past-keeping";
import { dayName } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

/** Words that are kept for longer than was set, each with the way to read it and to propose that it goes. */
export function PastKeepingTable({ words, timeZone }: { words: readonly PastKeeping[]; timeZone: string }) {
  return (
    <TableRegion label="Words kept for longer">
      <table className={tableClass}>
        <caption>The oldest first</caption>
        <thead>
          <tr>
            {["Entered", "By", "What it is", "What becomes of it"].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.map(({ position, at, by, labels, of, proposed, open }) => (
            <tr key={position}>
              <th scope="row" className="font-normal whitespace-nowrap">
                {dayName(at, timeZone)}
              </th>
              <td>{by ?? "Candour"}</td>
              <td className="min-w-40">
                {labels.join("; ")}
                {of && `, of ${of}`}
              </td>
              <td>
                {proposed && (
                  <TextLink href={paths.redaction(proposed)} className="mr-4">
                    Is proposed to go<span className="sr-only">, of entry {wholeNumber(position)}</span>
                  </TextLink>
                )}
                {open > 0 && (
                  <TextLink href={paths.proposeRedaction(position, { past: "keeping" })}>
                    Read it, and propose that it goes<span className="sr-only">, entry {wholeNumber(position)}</span>
                  </TextLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
