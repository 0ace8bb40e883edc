import type { DueRule } from "#lib/rules/due";
import { notDueWords } from "#lib/rules/due-words";
import { isClosed, type Month, type MonthState, monthName } from "#lib/rules/month";
import { type SubmittedReturn, whyLocked } from "#lib/rules/submitted-return";

export type WhyNotRecord = {
  code: "WRONG_ROLE" | "WRONG_SCOPE" | "MONTH_NOT_OPEN" | "MONTH_CLOSED" | "WRONG_STATE" | "NOT_DUE";
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
  /** How the team's return of that month was submitted; null where it was not. */
  submitted: SubmittedReturn | null;
  isDue: boolean;
  /** When it is due instead, where that is known. */
  rule?: DueRule | null;
  timeZone?: string;
};

type Cause = (question: RecordingQuestion) => WhyNotRecord | null;

/** Each cause by itself; what keeps everybody out of a month stands before what keeps out of one figure. */
const causes: readonly Cause[] = [
  ({ isTeamLead }) =>
    isTeamLead
      ? null
      : { code: "WRONG_ROLE", message: "Only the team lead of an indicator’s team records its figures." },
  ({ isTeamLead, leadsTeam, ref, team }) => {
    if (!isTeamLead || leadsTeam) return null;
    const owner = team ? `is recorded by the ${team} team` : "has no team this month";
    return { code: "WRONG_SCOPE", message: `${ref} ${owner}, and you do not lead it.` };
  },
  ({ monthState, month }) =>
    monthState === "not opened"
      ? {
          code: "MONTH_NOT_OPEN",
          message: `${monthName(month)} has not been opened. The performance officer opens a month.`,
        }
      : null,
  ({ monthState, month }) =>
    isClosed(monthState)
      ? {
          code: "MONTH_CLOSED",
          message: `${monthName(month)} is ${monthState}, so its figures are locked.${monthState === "published" ? " Its head of service restates one that was wrong." : ""}`,
        }
      : null,
  ({ monthState, submitted, ...place }) => {
    // Of a closed month no return is reopened, so that nobody is told to ask for it.
    const message = monthState === "open" ? whyLocked(submitted, place) : null;
    return message === null ? null : { code: "WRONG_STATE", message };
  },
  ({ isDue, ref, month, rule }) => {
    if (isDue) return null;
    const instead = rule ? `: it is ${notDueWords(rule, month)}` : "";
    return { code: "NOT_DUE", message: `${ref} is not due for ${monthName(month)}${instead}.` };
  },
];

/** "Why can I not type here?" As many true answers as there are causes, for the page, the action and the trail; none when one can. */
export const whyNotsRecord = (question: RecordingQuestion): WhyNotRecord[] =>
  causes.flatMap((cause) => cause(question) ?? []);

/** All of them as one answer, under the code of the first; null when one can. */
export function whyNotRecord(question: RecordingQuestion): WhyNotRecord | null {
  const [first, ...others] = whyNotsRecord(question);
  return first ? { code: first.code, message: [first, ...others].map(({ message }) => message).join(" ") } : null;
}
