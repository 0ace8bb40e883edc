import type { Database } from "#db/client";
import { returnSubmission } from "#db/schema/returns";
import { type Asker, type PersonActor, teamsOf } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { type LockedComment, lockComment } from "#lib/commentary/cell/lock-comment";
import { writeWords } from "#lib/commentary/cell/write-words";
import { requireWriter } from "#lib/commentary/gates/require-writer";
import type { ReturnAddress } from "#lib/returns/find-return-address";
import type { TeamReturn } from "#lib/returns/get-team-return";
import type { SubmitReturn } from "#lib/returns/inputs";
import { lockReturn } from "#lib/returns/lock-return";
import type { Draft } from "#lib/returns/return-cells";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";
import { askedOfWords } from "#lib/rules/said/asked-words";
import { countWords } from "#lib/rules/whole-number";
import { withoutMark } from "#lib/rules/without-mark";

/**
 * A team lead hands in their team's return of a month: its drafts are submitted with it, and it is locked for the team's
 * leads. Throws what `writeReturnSubmission` throws.
 */
export const submitReturn = (
  asker: Asker,
  given: SubmitReturn,
  request?: FormRequest,
): Promise<ReturnAddress | undefined> =>
  perform(asker, "return.submit", (tx, actor) => writeReturnSubmission(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/**
 * Throws WRONG_SCOPE, WRONG_STATE when it is submitted already or something stops it, CONFLICT when there are other drafts
 * than its sender saw, and what `lockReturn` throws.
 */
export async function writeReturnSubmission(
  tx: Database,
  actor: PersonActor,
  { seen, ...place }: SubmitReturn,
): Promise<ReturnAddress> {
  requireLead(actor, place.teamId);
  const found = await lockReturn(tx, actor, place);
  requireUnlocked(found, actor.organisation.timeZone);
  requireNothingStops(found);
  if (found.seen !== seen) throw otherDrafts(found);
  for (const draft of found.drafts) await submitDraft(tx, actor, draft, place.month);
  await tx.insert(returnSubmission).values({ ...place, submittedBy: actor.person.id });
  return { slug: found.scorecard.slug, team: found.team.slug, month: place.month };
}

/** Throws WRONG_SCOPE. */
export function requireLead(actor: PersonActor, teamId: string): void {
  if (teamsOf(actor, "team lead").some(({ id }) => id === teamId)) return;
  throw new Refusal("WRONG_SCOPE", "This is the return of a team that you do not lead.");
}

function requireUnlocked({ team, month, submission }: TeamReturn, timeZone: string): void {
  if (!submission || submission.isReopened) return;
  const { submittedBy, submittedAt } = submission;
  throw new Refusal(
    "WRONG_STATE",
    `The ${apart(team.name)} return for ${monthName(month)} was submitted by ${apart(submittedBy ?? "")} at ${momentSince(submittedAt, new Date(), timeZone)}. Nothing more was done.`,
  );
}

function requireNothingStops({ month, cells }: TeamReturn): void {
  const stops = cells.flatMap(({ ref, stops: own }) => own.map(({ words }) => `${ref}: ${words}`));
  if (stops.length === 0) return;
  throw new Refusal(
    "WRONG_STATE",
    `The return for ${monthName(month)} is not submitted: ${countWords(stops.length)} ${stops.length === 1 ? "thing stops" : "things stop"} it. ${stops.join(". ")}.`,
  );
}

function otherDrafts({ drafts }: TeamReturn): Refusal {
  const now = drafts.length === 0 ? "There are none now" : `They are now: ${drafts.map(({ ref }) => ref).join(", ")}`;
  return new Refusal(
    "CONFLICT",
    `The drafts that would be handed in have changed since you opened this page. ${now}. Look at them again; nothing was submitted.`,
  );
}

/** Just as the form of the comment would submit it. */
async function submitDraft(tx: Database, actor: PersonActor, draft: Draft, month: Month): Promise<void> {
  const cell = await lockComment(tx, actor, { indicatorId: draft.indicatorId, month });
  requireWriter(actor, cell);
  const body = withoutMark(cell.newestWords ?? "", cell.newestMark);
  requireNothingAsked(cell, body);
  await writeWords(tx, actor, cell, draft, { body, isSubmitted: true, because: null });
}

/** What is asked about words is answered where they are written. */
function requireNothingAsked({ ref, facts }: LockedComment, body: string): void {
  const asked = askedOfWords(body, facts).map(({ passage }) => `“${passage}”`);
  if (asked.length === 0) return;
  throw new Refusal(
    "WRONG_STATE",
    `The draft on ${ref} is asked about: ${asked.join(", ")}. Open the comment and submit it there, with a change or a reason; nothing was submitted.`,
  );
}
