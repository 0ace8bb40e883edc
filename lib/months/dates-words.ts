import { dateName } from "#lib/rules/moment";

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
