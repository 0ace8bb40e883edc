import { Task } from "#components/home/task";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import { nextToOpen, whyNotYet } from "#lib/rules/opening";
import type { SheetScorecard } from "#lib/scorecards/sheet";

/** How many of the open months are named. */
const named = 3;

/** What a scorecard's months ask of the performance officer: those to close, and the one to open next. */
export function MonthsTask({ scorecard, today }: { scorecard: SheetScorecard; today: string }) {
  const { slug, name, months } = scorecard;
  const open = months.filter(({ state }) => state === "open");
  const next = nextToOpen(months.map(({ month }) => month));
  return (
    <Task href={paths.months()} title={`Months of ${name}`}>
      <ul>
        {open.slice(-named).map(({ month, figuresDue, commentaryDue }) => (
          <li key={month}>
            <TextLink href={paths.month(slug, month)}>{monthName(month)}</TextLink>{" "}
            {dueWords(figuresDue, commentaryDue, today)}
          </li>
        ))}
        {open.length > named && <li>and {open.length - named} open before them.</li>}
        {next && whyNotYet(next, today) === null && (
          <li>
            <TextLink href={paths.month(slug, next)}>{monthName(next)}</TextLink> can be opened.
          </li>
        )}
      </ul>
    </Task>
  );
}

function dueWords(figuresDue: string | null, commentaryDue: string | null, today: string): string {
  if (!figuresDue || !commentaryDue) return "is open, without dates.";
  if (today <= figuresDue) return `is open: figures due ${dateName(figuresDue)}.`;
  if (today <= commentaryDue) return `is open: commentary due ${dateName(commentaryDue)}.`;
  return "waits to be closed: its dates have passed.";
}
