import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecardMonth } from "#db/schema/months";
import { person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { type Month, monthName } from "#lib/rules/month";

export type LockedMonth = Awaited<ReturnType<typeof lockMonth>>;

/** The scorecard's slug, of the person's own organisation. Throws NOT_FOUND. */
export async function requireScorecard(tx: Database, actor: PersonActor, scorecardId: string): Promise<string> {
  const [found] = await tx
    .select({ slug: scorecard.slug })
    .from(scorecard)
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such scorecard.");
  return found.slug;
}

/**
 * A scorecard's month as it goes on standing until the transaction ends. Who saves a figure, writes or decides holds it too,
 * so that this waits for them, and they for this. Throws NOT_FOUND, MONTH_NOT_OPEN.
 */
export async function lockMonth(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month }: { scorecardId: string; month: Month },
) {
  const slug = await requireScorecard(tx, actor, scorecardId);
  const [found] = await tx
    .select({
      id: scorecardMonth.id,
      version: scorecardMonth.version,
      figuresDue: scorecardMonth.figuresDue,
      commentaryDue: scorecardMonth.commentaryDue,
      closedAt: scorecardMonth.closedAt,
      closedBy: scorecardMonth.closedBy,
    })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, scorecardId), eq(scorecardMonth.month, month)))
    .for("update");
  if (!found) throw new Refusal("MONTH_NOT_OPEN", `${monthName(month)} has not been opened.`);
  return { ...found, slug, month };
}

/** "by The officer at 09:31" */
export async function byWhom(tx: Database, actor: PersonActor, personId: string | null, at: Date): Promise<string> {
  const [found] = personId ? await tx.select({ name: person.name }).from(person).where(eq(person.id, personId)) : [];
  return `by ${apart(found?.name ?? "an operator")} at ${momentSince(at, new Date(), actor.organisation.timeZone)}`;
}
