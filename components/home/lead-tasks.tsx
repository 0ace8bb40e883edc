import { Task, Tasks } from "#components/home/task";
import { commentLinks } from "#components/returns/comment-links";
import { LinkedList } from "#components/ui/linked-list";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { OpenReturn } from "#lib/returns/queries";
import type { ReturnLine } from "#lib/returns/return-lines";
import { dateName, momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import { stillWanted } from "#lib/rules/still-wanted";
import { returnState } from "#lib/rules/submitted-return";

/** A team lead's open months: how much of each return is given, what it still asks for, and by when it is due. */
export function LeadTasks({
  returns,
  more,
  today,
  timeZone,
}: {
  returns: readonly OpenReturn[];
  more: number;
  /** "2014-01-14", in the organisation's time zone. */
  today: string;
  timeZone: string;
}) {
  return (
    <Tasks title="Your returns">
      {returns.length === 0 && <p className="text-soft">No month is open for your teams.</p>}
      {returns.map(({ month, parts }) => {
        const { due, given, comments, returned } = stillWanted(parts);
        const lines = parts.flatMap(({ returns: ofPart }) => ofPart);
        return (
          <Task key={month} href={paths.return(month)} title={`Return for ${monthName(month)}`}>
            <p>
              {given} of {due} {due === 1 ? "figure" : "figures"} given or explained.
              {dueWords(parts, { isGiven: given === due, isIn: lines.every(isSubmitted) }, today)}
            </p>
            <HandedIn lines={lines} timeZone={timeZone} />
            {comments.length > 0 && (
              <p>
                A comment is required on <LinkedList links={commentLinks(comments)} />.
              </p>
            )}
            {returned.length > 0 && (
              <p className="font-semibold text-ink">
                A comment came back to you on <LinkedList links={commentLinks(returned)} />.
              </p>
            )}
          </Task>
        );
      })}
      {more > 0 && (
        <p className="text-soft">
          {more} earlier {more === 1 ? "month is" : "months are"} open too: see all{" "}
          <TextLink href={paths.returns()}>returns</TextLink>.
        </p>
      )}
    </Tasks>
  );
}

const isSubmitted = ({ submission }: ReturnLine) => returnState(submission) === "submitted";

/** The next date of a return: of its figures until they are given, then of its commentary until it is handed in. */
function dueWords(
  parts: readonly { figuresDue: string | null; commentaryDue: string | null }[],
  { isGiven, isIn }: { isGiven: boolean; isIn: boolean },
  today: string,
): string {
  const dates = parts.find(({ figuresDue }) => figuresDue !== null);
  const date = isGiven ? dates?.commentaryDue : dates?.figuresDue;
  if (!date || isIn) return "";
  const due = `due by ${dateName(date)}.`;
  if (isGiven) return ` Commentary ${date < today ? "was" : "is"} ${due}`;
  return ` Figures ${date < today ? "were" : "are"} ${due}`;
}

/** Which of a month's returns are submitted, and until when one of them is open again. */
function HandedIn({ lines, timeZone }: { lines: readonly ReturnLine[]; timeZone: string }) {
  const those = lines.filter(isSubmitted);
  const reopened = lines.find(({ submission }) => submission?.isReopened)?.submission?.reopenedUntil;
  const teams = [...new Set(those.map(({ team }) => team.name))].join(", ");
  if (those.length === 0 && !reopened) return <p>Not submitted yet.</p>;
  return (
    <p>
      {those.length > 0 && (those.length === lines.length ? "Submitted. " : `Submitted for ${teams}. `)}
      {reopened && `Reopened until ${momentName(reopened, timeZone)}.`}
    </p>
  );
}
