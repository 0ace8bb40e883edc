import type { Difference } from "#lib/history/entry";

/** The columns that one entry changed, before and after. */
export function DifferencesTable({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  const hasBefore = differences.some(({ before }) => before !== "");
  return (
    <table className="mt-1.5 w-full max-w-3xl table-fixed text-[0.8125rem] [&_:is(td,th)]:border-b [&_:is(td,th)]:border-line [&_:is(td,th)]:py-1 [&_:is(td,th)]:pr-3 [&_:is(td,th)]:text-left [&_:is(td,th)]:align-top [&_:is(td,th)]:wrap-anywhere">
      <thead className="text-soft">
        <tr>
          <th scope="col">What</th>
          {hasBefore && <th scope="col">Before</th>}
          <th scope="col">{hasBefore ? "After" : "As written"}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ column, before, after }) => (
          <tr key={column}>
            <th scope="row" className="font-normal text-soft">
              {column}
            </th>
            {hasBefore && <td>{before || <Nothing />}</td>}
            <td>{after || <Nothing />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Nothing = () => <span className="text-soft">nothing</span>;
