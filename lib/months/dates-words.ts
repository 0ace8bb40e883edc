import type { Tried } from "#lib/audit/enter-refusal";
import { dateName } from "#lib/rules/moment";
import type { MonthDates } from "#lib/rules/month-dates";

/** "with figures due by 14 March 2014 and commentary by 21 March 2014" */
export const datesWords = ({
  figuresDue,
  commentaryDue,
}: {
  figuresDue: string | null;
  commentaryDue: string | null;
}) =>
  figuresDue && commentaryDue
    ? `with figures due by ${dateName(figuresDue)} and commentary by ${dateName(commentaryDue)}`
    : "without dates";

/** The dates that somebody tried to give, as a refusal keeps them. */
export const datesTried = ({ figuresDue, commentaryDue }: MonthDates): Tried => ({
  figures_due: figuresDue,
  commentary_due: commentaryDue,
});
