import { Tag } from "#components/ui/tag";
import { isClosed, type MonthState } from "#lib/rules/month";
import { returnState, type SubmittedReturn } from "#lib/rules/submitted-return";

/** Where a return stands, in two words; of a closed month that was never handed in here, that it is closed. */
export function ReturnStateTag({
  submission,
  monthState,
}: {
  submission: Pick<SubmittedReturn, "isReopened"> | null;
  monthState: MonthState;
}) {
  if (!submission && isClosed(monthState)) return <Tag>{monthState}, not submitted</Tag>;
  const state = returnState(submission);
  return <Tag tone={state === "submitted" ? "plain" : "accent"}>{state}</Tag>;
}
