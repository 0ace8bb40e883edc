import { outcomeOf } from "#components/redactions/outcome-of";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { RedactionRow } from "#lib/redactions/redaction-columns";
import { momentName } from "#lib/rules/moment";

/** The register: who proposed that words go, on whose authority, and what became of it. */
export function RedactionsTable({ rows, timeZone }: { rows: readonly RedactionRow[]; timeZone: string }) {
  return (
    <TableRegion label="Redactions">
      <table className={tableClass}>
        <caption>What waits first, then the newest</caption>
        <thead>
          <tr>
            {["Proposed", "By", "On the authority of", "What became of it"].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="font-normal">
                <TextLink href={paths.redaction(row.id)} className="inline-block leading-6">
                  {momentName(row.proposedAt, timeZone)}
                </TextLink>
              </th>
              <td>{row.proposedBy}</td>
              <td className="min-w-40 wrap-anywhere">{row.authority}</td>
              <td className="min-w-40 wrap-anywhere">
                {outcomeOf(row, timeZone)}
                {row.refusedReason && <span className="block">{row.refusedReason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
