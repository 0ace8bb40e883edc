import { TableRegion, tableClass } from "#components/ui/table-region";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import type { ScorecardMonths } from "#lib/months/list-months";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** Said once for the table, and not with each of its cells. */
const listClass = "[&_tbody]:whitespace-nowrap [&_:is(td,th):nth-child(n+5)]:text-right!";

/** A scorecard's months, the newest first: their state, their dates, and how their figures came in. */
export function MonthsTable({ scorecard, months }: ScorecardMonths) {
  return (
    <TableRegion label={`Months of ${apart(scorecard.name)}`} className="">
      <table className={`${tableClass} ${listClass}`}>
        <caption className="sr-only">Months of {apart(scorecard.name)}, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">State</th>
            <th scope="col">Figures due</th>
            <th scope="col">Commentary due</th>
            <th scope="col">Given</th>
            <th scope="col">Late</th>
            <th scope="col">Missing</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, state, figuresDue, commentaryDue, counts }) => (
            <tr key={month}>
              <th scope="row" className="font-normal">
                <TextLink href={paths.month(scorecard.slug, month)}>{monthName(month)}</TextLink>
              </th>
              <td>
                <Tag tone={state === "open" ? "accent" : "plain"}>{state}</Tag>
              </td>
              <td>{dateOr(figuresDue)}</td>
              <td>{dateOr(commentaryDue)}</td>
              <td>
                {counts.given} of {counts.due}
              </td>
              <td>{counts.late}</td>
              <td>{counts.missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

const dateOr = (date: string | null) => (date ? dateName(date) : <span className="text-soft">no date</span>);
