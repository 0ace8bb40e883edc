import type { RestatementCategory } from "#db/vocabulary";
import { figureSaid } from "#lib/rules/commentary-status";
import { type Month, type MonthState, monthName } from "#lib/rules/month";

/** The categories of a restatement as they are chosen and told. */
export const categoryNames: Record<RestatementCategory, string> = {
  "late data": "Late data",
  error: "Error",
  "definition change": "Definition change",
};

export type WhyNotRestate = {
  code: "WRONG_ROLE" | "WRONG_SCOPE" | "MONTH_NOT_OPEN" | "WRONG_STATE" | "NOT_DUE";
  message: string;
};

/** The facts on which it depends whether a person may restate one indicator's figure for one month. */
export type RestatingQuestion = {
  isHead: boolean;
  headsTeam: boolean;
  ref: string;
  team: string | null;
  month: Month;
  monthState: MonthState;
  isDue: boolean;
  hasFigure: boolean;
};

/** "Why can I not restate this?" The one answer for the page, the action and the trail; null when one can. */
export function whyNotRestate({ ref, month, monthState, ...question }: RestatingQuestion): WhyNotRestate | null {
  const name = monthName(month);
  if (!question.isHead) {
    return {
      code: "WRONG_ROLE",
      message: "Only the head of service of an indicator’s team restates its published figures.",
    };
  }
  if (!question.headsTeam) {
    const owner = question.team ? `belongs to the ${question.team} team` : "has no team this month";
    return { code: "WRONG_SCOPE", message: `${ref} ${owner}, and you are not its head of service.` };
  }
  switch (monthState) {
    case "not opened":
      return { code: "MONTH_NOT_OPEN", message: `${name} has not been opened, so nothing of it is published.` };
    case "open":
      return {
        code: "WRONG_STATE",
        message: `${name} is open, so ${ref} is recorded and not restated: its team lead changes it in the return.`,
      };
    case "closed":
      return {
        code: "WRONG_STATE",
        message: `${name} is closed and not published, so ${ref} is recorded and not restated: the performance officer opens the month again for it.`,
      };
    default:
      if (question.isDue || question.hasFigure) return null;
      return { code: "NOT_DUE", message: `${ref} was not due for ${name}, so there is no figure to restate.` };
  }
}

type Figure = Parameters<typeof figureSaid>[0] & { isHidden?: boolean };

/** "68 became 70"; where the figure stays, that something else of it was restated. */
export function restatedWords(before: Figure, after: Figure): string {
  if (before.isHidden || after.isHidden) return "restated; what it was and became is hidden";
  const [was, is] = [figureSaid(before), figureSaid(after)];
  return was === is ? `${is} stays, and what stands beside it was changed` : `${was} became ${is}`;
}

/** What became of the comment that was approved for the figure; of none where that was not asked. */
export function holdsWords(commentHolds: boolean | null): string | null {
  if (commentHolds === null) return null;
  return commentHolds
    ? "Its comment still holds, and is approved for what stands now"
    : "Its comment no longer holds, and waits to be decided on again";
}
