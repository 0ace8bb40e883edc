import { OpenFormLater } from "#components/months/month-forms-later";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import type { MonthView } from "#lib/months/get-month";
import type { WorkingDays } from "#lib/months/working-days";
import { paths } from "#lib/paths";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import type { MonthDates } from "#lib/rules/month-dates";
import { gapWords } from "#lib/rules/opening";
import { ordinal } from "#lib/rules/ordinal";

/** What is to be known before a month is opened, and the form with the dates that the rule proposes. */
export function Opening({
  view: { scorecard, month, opened },
  days,
  dates,
  isPast,
  request,
}: {
  view: MonthView;
  days: WorkingDays;
  dates: MonthDates & { isKnown: boolean };
  isPast: boolean;
  request: string;
}) {
  const gap = gapWords(opened, month);
  const proposed = (date: string, day: number) =>
    `Proposed: ${dateName(date)}, the ${ordinal(day)} working day after ${monthName(month)}.`;
  return (
    <>
      {gap && <Note>{gap} It can be opened later.</Note>}
      {!dates.isKnown && (
        <Note>
          The bank holidays of {dates.commentaryDue.slice(0, 4)} are not known here: look at the dates proposed, or add
          them under <TextLink href={paths.workingDays()}>working days</TextLink>.
        </Note>
      )}
      {isPast && (
        <Note tone="quiet">The date proposed for the figures has passed: whatever is given after it is late.</Note>
      )}
      <OpenFormLater
        scorecardId={scorecard.id}
        month={month}
        request={request}
        dates={dates}
        hints={{
          figuresDue: proposed(dates.figuresDue, days.figuresDay),
          commentaryDue: proposed(dates.commentaryDue, days.commentaryDay),
        }}
      />
    </>
  );
}
