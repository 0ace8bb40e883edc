import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { reopening } from "#db/schema/returns";
import { type Asker, holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { ReturnAddress } from "#lib/returns/find-return-address";
import type { ReopenReturn } from "#lib/returns/inputs";
import { lockReturn } from "#lib/returns/lock-return";
import { requireSubmitted } from "#lib/returns/require-submitted";
import type { Submission } from "#lib/returns/submission-rows";
import { waitsToBeReopened } from "#lib/returns/waits-to-be-reopened";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** In days: longer than that nobody needs to mend a return. */
const longest = 31;

/**
 * A head of service of the team, or the performance officer, opens a submitted return to its leads until a moment; then it
 * is locked again by itself. Throws what `writeReturnReopening` throws.
 */
export const reopenReturn = (
  asker: Asker,
  given: ReopenReturn,
  request?: FormRequest,
): Promise<ReturnAddress | undefined> =>
  perform(asker, "return.reopen", (tx, actor) => writeReturnReopening(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
  });

/**
 * Grants what was asked, or opens it unasked for a reason. Throws WRONG_SCOPE, WRONG_STATE where it is not submitted, CONFLICT
 * when somebody reopened it since, INVALID for a moment that has passed or is too far, or without the reason, and what
 * `lockReturn` throws.
 */
export async function writeReturnReopening(
  tx: Database,
  actor: PersonActor,
  { until, reason, seen, ...place }: ReopenReturn,
): Promise<ReturnAddress> {
  requireReopener(actor, place.teamId);
  const found = await lockReturn(tx, actor, place);
  const submission = requireSubmitted(found);
  requireSeen(submission, seen, actor.organisation.timeZone);
  const moment = sql`${until}::timestamp at time zone ${actor.organisation.timeZone}`;
  await requireMoment(tx, moment);
  if (!submission.askedAt && reason === "") throw invalid("reason", "Say why it is reopened: nobody asked for it.");
  const granted = { reopenedBy: actor.person.id, reopenedUntil: moment, reopenedReason: reason || null };
  if (submission.askedAt) {
    await tx.update(reopening).set(granted).where(waitingOf(submission));
  } else await tx.insert(reopening).values({ ...place, submissionId: submission.id, ...granted });
  return { slug: found.scorecard.slug, team: found.team.slug, month: place.month };
}

/** The request that waits of a submitted return. */
export const waitingOf = ({ id }: Pick<Submission, "id">): SQL | undefined =>
  and(eq(reopening.submissionId, id), waitsToBeReopened(sql`${reopening}`));

/** What a form says it was shown of a return's reopening. */
export const seenReopening = ({ reopenedUntil }: Pick<Submission, "reopenedUntil">): string =>
  reopenedUntil?.toISOString() ?? "";

/** Whether somebody may reopen a team's return. */
export const mayReopen = (actor: Pick<PersonActor, "roles">, teamId: string): boolean =>
  holds(actor, "performance officer") || teamsOf(actor, "head of service").some(({ id }) => id === teamId);

/** Throws WRONG_SCOPE. */
export function requireReopener(actor: PersonActor, teamId: string): void {
  if (mayReopen(actor, teamId)) return;
  throw new Refusal("WRONG_SCOPE", "This is the return of a team whose head of service you are not.");
}

function requireSeen(submission: Submission, seen: string, timeZone: string): void {
  if (seenReopening(submission) === seen) return;
  const { reopenedBy, reopenedUntil } = submission;
  const now = reopenedUntil
    ? `${apart(reopenedBy ?? "")} reopened it until ${momentName(reopenedUntil, timeZone)}`
    : "It was submitted";
  throw new Refusal("CONFLICT", `${now} after you opened this page. Nothing more was done.`);
}

async function requireMoment(tx: Database, moment: SQL): Promise<void> {
  const { rows } = await tx.execute<{ isPast: boolean; isFar: boolean }>(
    sql`select ${moment} <= now() as "isPast", ${moment} > now() + ${longest} * interval '1 day' as "isFar"`,
  );
  if (rows[0]?.isPast) throw invalid("until", "That moment has passed already. Give one that is to come.");
  if (rows[0]?.isFar) throw invalid("until", `A return is reopened for ${longest} days at most.`);
}

const invalid = (field: string, message: string) => new Refusal("INVALID", message, { fields: { [field]: message } });
