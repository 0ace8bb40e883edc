import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";
import type { EndScorecard } from "#lib/structure/inputs";
import { lockScorecard } from "#lib/structure/lock-scorecard";

/** The performance officer ends a scorecard, for a reason: it stays to be read, and is added to no more. Throws what `writeScorecardEnd` throws. */
export const endScorecard = (asker: Asker, given: EndScorecard, request?: FormRequest): Promise<string | undefined> =>
  perform(asker, "scorecard.end", (tx, actor) => writeScorecardEnd(tx, actor, given), {
    request,
    reason: given.reason,
    about: { scorecardId: given.scorecard },
  });

/** Throws WRONG_STATE while a month is open; CONFLICT over a scorecard that was not seen; and what `lockScorecard` throws. */
export async function writeScorecardEnd(
  tx: Database,
  actor: PersonActor,
  { scorecard: id, reason, seen }: EndScorecard,
): Promise<string> {
  const locked = await lockScorecard(tx, actor, id);
  const [open] = await tx
    .select({ month: scorecardMonth.month })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, id), isNull(scorecardMonth.closedAt)))
    .orderBy(desc(scorecardMonth.month))
    .limit(1);
  if (open)
    throw new Refusal("WRONG_STATE", `${monthName(open.month)} is open. Close it first, then end the scorecard.`);
  const [ended] = await tx
    .update(scorecard)
    .set({ endedAt: now, endedBy: actor.person.id, endedReason: reason })
    .where(and(eq(scorecard.id, id), eq(scorecard.version, seen)))
    .returning({ slug: scorecard.slug });
  if (ended) return ended.slug;
  throw new Refusal("CONFLICT", `${apart(locked.name)} was changed after you opened the page. Look at it again.`);
}
