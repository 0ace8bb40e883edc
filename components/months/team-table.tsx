import { TableRegion, tableClass } from "#components/ui/table-region";
import type { TeamCounts } from "#lib/months/team-counts";

const columns = [
  ["due", "Due"],
  ["given", "Given"],
  ["late", "Late"],
  ["missing", "Missing"],
  ["awaited", "Awaited"],
] as const;

/** How the figures of a month came in, team by team. */
export function TeamTable({ teams }: { teams: readonly TeamCounts[] }) {
  return (
    <>
      <p className="mb-2 max-w-3xl text-sm text-soft">
        Given: a figure, or the reason why there is none. Late: of those given, after the date. Missing: not given, and
        the date has passed or the month is closed. Awaited: not given, and still in time.
      </p>
      <TableRegion label="How the figures come in, by team" className="">
        <table className={`${tableClass} max-w-3xl max-sm:[&_:is(td,th)]:px-1!`}>
          <caption className="sr-only">How the figures come in, by team</caption>
          <thead>
            <tr>
              <th scope="col">Team</th>
              {columns.map(([name, label]) => (
                <th key={name} scope="col" className={columnClass(name)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map((each) => (
              <tr key={each.team}>
                <th scope="row" className="font-normal">
                  {each.team ?? "No team answers for it"}
                </th>
                {columns.map(([name]) => (
                  <td key={name} className={columnClass(name)}>
                    {each[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

/** What is awaited is what the others leave: on a phone there is no room to say it too. */
const columnClass = (name: string) => (name === "awaited" ? "figure max-sm:hidden" : "figure");
