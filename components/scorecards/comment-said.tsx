import { dayName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";
import type { SheetCell } from "#lib/scorecards/sheet";

/** The comment on show for a month with its standing: approved and by whom, as imported, or why it is not shown. */
export function CommentSaid({ cell, timeZone, withMonth }: { cell: SheetCell; timeZone: string; withMonth: boolean }) {
  const { comment, month } = cell;
  if (!comment) return null;
  const lead = withMonth ? `${monthName(month)}: ` : "";
  return (
    <div className="max-w-4xl border-l-3 border-line py-0.5 pl-3">
      {comment.kind !== "lapsed" && <p className="whitespace-pre-line">{comment.body}</p>}
      <p className="text-[0.8125rem] text-soft">
        {lead}
        {comment.kind === "approved" &&
          `revision ${comment.number}, approved by ${comment.decidedBy}, ${dayName(comment.decidedAt, timeZone)}`}
        {comment.kind === "imported" && "as imported, not approved in Candour"}
        {comment.kind === "lapsed" &&
          `the approval of this month’s comment has lapsed: ${comment.because}. It is shown again once it is approved.`}
      </p>
    </div>
  );
}
