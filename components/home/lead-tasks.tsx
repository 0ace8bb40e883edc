import { Task, Tasks } from "#components/home/task";
import { paths } from "#lib/paths";
import { dayName } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

type OpenReturn = { month: Month; figuresDue: string | null; due: number; given: number };

/** A team lead's open months: how much of each return is given, what came back, and by when it is due. */
export function LeadTasks({
  returns,
  returned,
}: {
  returns: readonly OpenReturn[];
  returned: ReadonlyMap<Month, number>;
}) {
  const back = (month: Month) => returned.get(month) ?? 0;
  return (
    <Tasks title="Your returns">
      {returns.length === 0 && <p className="text-soft">No month is open for your teams.</p>}
      {returns.map(({ month, figuresDue, due, given }) => (
        <Task key={month} href={paths.return(month)} title={`Return for ${monthName(month)}`}>
          {given === due ? `All ${due} figures are given.` : `${given} of ${due} figures given.`}
          {back(month) > 0 && (
            <strong className="block text-ink">
              {back(month) === 1 ? "1 comment has" : `${back(month)} comments have`} come back to you.
            </strong>
          )}
          {figuresDue && ` Figures are due by ${dayName(new Date(`${figuresDue}T12:00:00Z`))}.`}
        </Task>
      ))}
    </Tasks>
  );
}
