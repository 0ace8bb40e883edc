import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

/** A return as it was last submitted: by whom and when; and until when it was reopened since, where it was, and whether it still is. */
export type SubmittedReturn = {
  submittedAt: Date;
  /** A person's name. */
  submittedBy: string;
  reopenedUntil: Date | null;
  isReopened: boolean;
};

export type ReturnState = "not submitted" | "submitted" | "reopened";

/** Where a return stands between its lead and everybody else; null was never submitted. */
export function returnState(submitted: Pick<SubmittedReturn, "isReopened"> | null): ReturnState {
  if (!submitted) return "not submitted";
  return submitted.isReopened ? "reopened" : "submitted";
}

/** Why the leads of a team write no more in its return, and what they can do; null while they may. */
export function whyLocked(
  submitted: SubmittedReturn | null,
  { team, month, timeZone }: { team: string | null; month: Month; timeZone?: string | undefined },
): string | null {
  if (!submitted || submitted.isReopened) return null;
  const { submittedAt, submittedBy, reopenedUntil } = submitted;
  const its = `The ${apart(team ?? "")} return for ${monthName(month)}`;
  const since = reopenedUntil
    ? `${its} was reopened until ${momentName(reopenedUntil, timeZone)}, and is locked again since.`
    : `${its} was submitted by ${apart(submittedBy)} on ${momentName(submittedAt, timeZone)}, so it is locked.`;
  return `${since} Ask for it to be reopened.`;
}

/** Whether a comment was given back since its return was submitted, so that it is its lead's again: by the newest decision on it. */
export function isGivenBack(
  decisions: readonly { kind: string; decidedAt: Date }[],
  { submittedAt }: Pick<SubmittedReturn, "submittedAt">,
): boolean {
  const [newest] = decisions.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
  return newest !== undefined && newest.kind !== "approved" && newest.decidedAt > submittedAt;
}
