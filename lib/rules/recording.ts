import type { DueRule } from "#lib/rules/due";
import { notDueWords } from "#lib/rules/due-words";
import { isClosed, type Month, type MonthState, monthName } from "#lib/rules/month";

export type WhyNotRecord = {
  code: "WRONG_ROLE" | "WRONG_SCOPE" | "MONTH_NOT_OPEN" | "MONTH_CLOSED" | "NOT_DUE";
  message: string;
};

/** The facts on which it depends whether a person may record one indicator's figure for one month. */
export type RecordingQuestion = {
  isTeamLead: boolean;
  leadsTeam: boolean;
  ref: string;
  team: string | null;
  month: Month;
  monthState: MonthState;
  isDue: boolean;
  /** When it is due instead, where that is known. */
  rule?: DueRule | null;
};

/** "Why can I not type here?" The one answer for the page, the action and the trail; null when one can. */
export function whyNotRecord(question: RecordingQuestion): WhyNotRecord | null {
  const { ref, month } = question;
  if (!question.isTeamLead) {
    return { code: "WRONG_ROLE", message: "Only the team lead of an indicator’s team records its figures." };
  }
  if (!question.leadsTeam) {
    const owner = question.team ? `is recorded by the ${question.team} team` : "has no team this month";
    return { code: "WRONG_SCOPE", message: `${ref} ${owner}, and you do not lead it.` };
  }
  if (question.monthState === "not opened") {
    return {
      code: "MONTH_NOT_OPEN",
      message: `${monthName(month)} has not been opened. The performance officer opens a month.`,
    };
  }
  if (isClosed(question.monthState)) {
    return { code: "MONTH_CLOSED", message: `${monthName(month)} is closed, so its figures are locked.` };
  }
  if (!question.isDue) {
    const instead = question.rule ? `: it is ${notDueWords(question.rule, month)}` : "";
    return { code: "NOT_DUE", message: `${ref} is not due for ${monthName(month)}${instead}.` };
  }
  return null;
}
