import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { Reopening } from "#lib/returns/list-reopenings";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** The register: who asked for which return to be reopened, why, who reopened it and until when, and who refused it or took the request back. */
export function ReopeningsTable({ rows, timeZone }: { rows: readonly Reopening[]; timeZone: string }) {
  const when = (who: string | null, at: Date | null) => (at ? `${apart(who ?? "")}, ${momentName(at, timeZone)}` : "");
  const outcome = (row: Reopening) => {
    if (row.reopenedAt) return `Reopened by ${when(row.reopenedBy, row.reopenedAt)}`;
    if (row.refusedAt) return `Refused by ${when(row.refusedBy, row.refusedAt)}`;
    if (row.withdrawnAt) return `Taken back by ${when(row.withdrawnBy, row.withdrawnAt)}`;
    return row.isOver ? "Not reopened any more" : "Waits";
  };
  return (
    <TableRegion label="Reopenings">
      <table className={tableClass}>
        <caption>The newest first</caption>
        <thead>
          <tr>
            {["Return", "Asked by", "Why", "What became of it", "Until"].map((column) => (
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
                <TextLink
                  href={paths.teamReturn({ slug: row.slug, team: row.teamSlug, month: row.month })}
                  className="inline-block leading-6"
                >
                  {apart(row.team)}, {monthName(row.month)}
                </TextLink>
                <span className="block text-soft">{row.scorecard}</span>
              </th>
              <td>{when(row.askedBy, row.askedAt) || "Nobody asked"}</td>
              <td className="min-w-40 wrap-anywhere">{row.askedReason}</td>
              <td className="min-w-40 wrap-anywhere">
                {outcome(row)}
                {(row.reopenedReason ?? row.refusedReason) && (
                  <span className="block">{row.reopenedReason ?? row.refusedReason}</span>
                )}
              </td>
              <td>
                {row.reopenedUntil && `${momentName(row.reopenedUntil, timeZone)}${row.isOpen ? ", open now" : ""}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
