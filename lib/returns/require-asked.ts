import { Refusal } from "#lib/audit/refusal";
import type { TeamReturn } from "#lib/returns/get-team-return";
import { requireSubmitted } from "#lib/returns/require-submitted";
import type { Submission } from "#lib/returns/submission-rows";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** By which a form says which request it was shown. */
export const seenAsking = ({ askedAt }: Pick<Submission, "askedAt">): string => askedAt?.toISOString() ?? "";

/** The request that was seen still waits. Throws WRONG_STATE where none waits any more, CONFLICT where it is another. */
export function requireAsked(found: TeamReturn, seen: string, timeZone: string): Submission {
  const submission = requireSubmitted(found);
  const { askedAt, askedBy } = submission;
  if (!askedAt) {
    throw new Refusal("WRONG_STATE", "No request to reopen it waits any more: it was answered, or taken back.");
  }
  if (seenAsking(submission) !== seen) {
    const now = `${apart(askedBy ?? "")} asked anew on ${momentName(askedAt, timeZone)}`;
    throw new Refusal("CONFLICT", `${now}, after you opened this page. Nothing was done.`);
  }
  return submission;
}
