import { Refusal } from "#lib/audit/refusal";
import type { TeamReturn } from "#lib/returns/get-team-return";
import type { Submission } from "#lib/returns/submission-rows";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";

/** What is to be reopened was submitted. Throws WRONG_STATE. */
export function requireSubmitted({ team, month, submission }: TeamReturn): Submission {
  if (submission) return submission;
  const its = `The ${apart(team.name)} return for ${monthName(month)}`;
  throw new Refusal("WRONG_STATE", `${its} is not submitted, so there is nothing to reopen.`);
}
