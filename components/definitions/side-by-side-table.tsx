import { TableRegion, tableClass } from "#components/ui/table-region";
import type { Span } from "#lib/definitions/side-by-side";
import { monthName } from "#lib/rules/month";

/** What an indicator was, is and will be, a column for each month from which something of it changed. */
export function SideBySideTable({ spans }: { spans: readonly Span[] }) {
  const title = "What it is, from month to month";
  const terms = [...new Set(spans.flatMap((span) => span.terms.map(({ term }) => term)))];
  const valueIn = (span: Span, term: string) => span.terms.find((each) => each.term === term)?.value ?? "none";
  return (
    <TableRegion label={title}>
      <table className={tableClass}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {spans.map(({ from }) => (
              <th key={from} scope="col" className="min-w-48">
                From {monthName(from)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              {spans.map((span, index) => {
                const value = valueIn(span, term);
                const before = spans[index - 1];
                const isNew = before !== undefined && valueIn(before, term) !== value;
                return (
                  <td key={span.from} className={isNew ? "font-semibold" : undefined}>
                    {value}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
