import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { entry } from "#db/schema/audit";
import { scorecardMonth } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { datesTried, datesWords } from "#lib/months/dates-words";
import type { RescheduleMonth } from "#lib/months/inputs";
import { byWhom, type LockedMonth, lockMonth } from "#lib/months/lock-month";
import type { MonthPlace } from "#lib/months/open-month";
import { requireDates } from "#lib/months/require-dates";
import { monthName } from "#lib/rules/month";

/** The performance officer gives an open month other dates. Throws what `writeDates` throws. */
export const rescheduleMonth = (
  asker: Asker,
  given: RescheduleMonth,
  request?: FormRequest,
): Promise<MonthPlace | undefined> =>
  perform(asker, "month.reschedule", (tx, actor) => writeDates(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
    tried: datesTried(given.dates),
  });

/** Throws INVALID, MONTH_CLOSED, CONFLICT when somebody changed the month since it was read, and what `lockMonth` throws. */
export async function writeDates(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month, seen, dates }: RescheduleMonth,
): Promise<MonthPlace> {
  const locked = await lockMonth(tx, actor, { scorecardId, month });
  if (locked.closedAt) {
    throw new Refusal("MONTH_CLOSED", `${monthName(month)} is closed, so its dates stand.`);
  }
  requireDates(month, dates);
  if (locked.version !== seen) throw await changedMeanwhile(tx, actor, locked, dates);
  if (locked.figuresDue === dates.figuresDue && locked.commentaryDue === dates.commentaryDue) {
    const message = `These are the dates that ${monthName(month)} has.`;
    throw new Refusal("INVALID", message, { fields: { figuresDue: message } });
  }
  await tx.update(scorecardMonth).set(dates).where(eq(scorecardMonth.id, locked.id));
  return { slug: locked.slug, month };
}

async function changedMeanwhile(
  tx: Database,
  actor: PersonActor,
  locked: LockedMonth,
  dates: RescheduleMonth["dates"],
): Promise<Refusal> {
  const [newest] = await tx
    .select({ person: entry.person, at: entry.at })
    .from(entry)
    .where(and(eq(entry.tableName, "scorecard_month"), eq(entry.key, sql`${locked.id}::text`)))
    .orderBy(desc(entry.position))
    .limit(1);
  const who = newest ? ` ${await byWhom(tx, actor, newest.person, newest.at)}` : "";
  return new Refusal(
    "CONFLICT",
    `${monthName(locked.month)} was changed${who}, after you opened it, and is now ${datesWords(locked)}. Yours was ${datesWords(dates)}.`,
  );
}
