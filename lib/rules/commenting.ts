import { isClosed, type Month, type MonthState, monthName } from "#lib/rules/month";
import { isGivenBack, type SubmittedReturn, whyLocked } from "#lib/rules/submitted-return";

type WhyNot = {
  code: "WRONG_ROLE" | "WRONG_SCOPE" | "MONTH_NOT_OPEN" | "MONTH_CLOSED" | "WRONG_STATE";
  message: string;
};

type Place = { ref: string; team: string | null; month: Month; monthState: MonthState };

/** A decision, and since when an approval has lapsed that does not hold again. */
type Given = { kind: string; decidedAt: Date; lapsedAt?: Date | null };

type Handed = {
  /** How the team's return of the month was submitted; null where it was not. */
  submitted: SubmittedReturn | null;
  /** All that were made on the comment. */
  decisions: readonly Given[];
  timeZone?: string;
};

/**
 * "Why can I not write here?" The one answer for the page, the action and the trail; null when one can. A submitted return
 * is locked, but for the comments that were given back since; a published month, but for those whose words do not stand.
 */
export function whyNotWrite(question: Place & Handed & { isTeamLead: boolean; leadsTeam: boolean }): WhyNot | null {
  const { ref, month, monthState, submitted } = question;
  if (!question.isTeamLead) {
    return { code: "WRONG_ROLE", message: "Only the team lead of an indicator’s team writes its comments." };
  }
  if (!question.leadsTeam) {
    const owner = question.team ? `is commented on by the ${question.team} team` : "has no team this month";
    return { code: "WRONG_SCOPE", message: `${ref} ${owner}, and you do not lead it.` };
  }
  if (monthState === "not opened") return notOpened(month);
  if (monthState === "published" && doNotStand(question.decisions)) return null;
  if (isClosed(monthState)) {
    return {
      code: "MONTH_CLOSED",
      message: `${monthName(month)} is ${monthState}, so no more is written on it. What was submitted before can still be approved${monthState === "published" ? ", or returned to be written anew" : ""}.`,
    };
  }
  const locked = whyLocked(submitted, question);
  if (locked && submitted && !isGivenBack(question.decisions, submitted)) {
    return { code: "WRONG_STATE", message: locked };
  }
  return null;
}

/**
 * Whether the newest decision on a comment says that its words do not stand: returned, taken back, or lapsed since. As
 * `public.words_do_not_stand` has it.
 */
export function doNotStand(decisions: readonly Given[]): boolean {
  const [newest] = decisions.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
  return newest !== undefined && (newest.kind !== "approved" || Boolean(newest.lapsedAt));
}

/** Why a person may not decide on a comment. A closed or published month's are decided on as an open one's. */
export function whyNotDecide(question: Place & { isHead: boolean; headsTeam: boolean }): WhyNot | null {
  const { ref, month, monthState } = question;
  if (!question.isHead) {
    return { code: "WRONG_ROLE", message: "Only the head of service of an indicator’s team decides on its comments." };
  }
  if (!question.headsTeam) {
    const owner = question.team ? `belongs to the ${question.team} team` : "has no team this month";
    return { code: "WRONG_SCOPE", message: `${ref} ${owner}, and you are not its head of service.` };
  }
  if (monthState === "not opened") return notOpened(month);
  return null;
}

function notOpened(month: Month): WhyNot {
  return {
    code: "MONTH_NOT_OPEN",
    message: `${monthName(month)} has not been opened. The performance officer opens a month.`,
  };
}
