import type { Difference } from "#components/scorecards/differences-view";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { monthName } from "#lib/rules/month";

/** What differs from now, each as it was and as it is. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="my-4">Nothing here differs from now.</p>;
  const title = `What differs from now: ${differences.length}`;
  return (
    <section className="my-4">
      <h2 className="mb-2 text-lg">{title}</h2>
      <TableRegion label={title} className="max-h-[60vh]">
        <table className={tableClass}>
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">PI ref</th>
              <th scope="col">What</th>
              <th scope="col">As it was</th>
              <th scope="col">As it is now</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ ref, month, what, was, is }) => (
              <tr key={[ref, month, what, was].join(" ")}>
                <th scope="row">{ref ?? "Scorecard"}</th>
                <td>{month ? `${what} ${monthName(month)}` : what}</td>
                <td>{was}</td>
                <td>{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}
