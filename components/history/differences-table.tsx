import type { Difference } from "#lib/history/entry";

/** The columns that one entry changed, before and after. */
export function DifferencesTable({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  const hasBefore = differences.some(({ before }) => before !== "");
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          {hasBefore && <th scope="col">Before</th>}
          <th scope="col">{hasBefore ? "After" : "As written"}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ column, before, after }) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            {hasBefore && <td>{before || <i>nothing</i>}</td>}
            <td>{after || <i>nothing</i>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
