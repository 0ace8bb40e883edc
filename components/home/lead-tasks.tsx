import { Task, Tasks } from "#components/home/task";
import { paths } from "#lib/paths";
import { dayName } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

type OpenReturn = { month: Month; figuresDue: string | null; due: number; given: number };

/** A team lead's open months: how much of each return is given, and by when it is due. */
export function LeadTasks({ returns }: { returns: readonly OpenReturn[] }) {
  return (
    <Tasks title="Your returns">
      {returns.length === 0 && <p className="text-soft">No month is open for your teams.</p>}
      {returns.map(({ month, figuresDue, due, given }) => (
        <Task key={month} href={paths.return(month)} title={`Return for ${monthName(month)}`}>
          {given === due ? `All ${due} figures are given.` : `${given} of ${due} figures given.`}
          {figuresDue && ` Figures are due by ${dayName(new Date(`${figuresDue}T12:00:00Z`))}.`}
        </Task>
      ))}
    </Tasks>
  );
}
