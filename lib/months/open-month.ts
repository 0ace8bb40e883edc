import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { scorecardMonth } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { datesTried, datesWords } from "#lib/months/dates-words";
import type { OpenMonth } from "#lib/months/inputs";
import { byWhom, requireScorecard } from "#lib/months/lock-month";
import { requireDates } from "#lib/months/require-dates";
import { dayIn } from "#lib/rules/day";
import { type Month, monthName } from "#lib/rules/month";
import { whyNotYet } from "#lib/rules/opening";

/** A scorecard's month, for the page that shows it. */
export type MonthPlace = { slug: string; month: Month };

/**
 * The performance officer opens a scorecard's month with the dates by which its figures and its commentary are due: what is
 * due then stands in its teams' returns. Throws what `writeOpening` throws.
 */
export const openMonth = (asker: Asker, given: OpenMonth, request?: FormRequest): Promise<MonthPlace | undefined> =>
  perform(asker, "month.open", (tx, actor) => writeOpening(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.month },
    tried: datesTried(given.dates),
  });

/** Throws NOT_FOUND, INVALID for a month that has not begun and for dates that it cannot have, CONFLICT when it is open already. */
export async function writeOpening(
  tx: Database,
  actor: PersonActor,
  { scorecardId, month, dates }: OpenMonth,
): Promise<MonthPlace> {
  const slug = await requireScorecard(tx, actor, scorecardId);
  const notYet = whyNotYet(month, dayIn(actor.organisation.timeZone, new Date()));
  if (notYet) throw new Refusal("INVALID", notYet);
  requireDates(month, dates);
  const [opened] = await tx
    .insert(scorecardMonth)
    .values({ scorecardId, month, ...dates, openedBy: actor.person.id })
    .onConflictDoNothing()
    .returning({ id: scorecardMonth.id });
  if (!opened) throw await openedBefore(tx, actor, { scorecardId, month, dates });
  return { slug, month };
}

async function openedBefore(tx: Database, actor: PersonActor, { scorecardId, month, dates }: OpenMonth) {
  const [there] = await tx
    .select()
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, scorecardId), eq(scorecardMonth.month, month)));
  const opened = there ? ` ${await byWhom(tx, actor, there.openedBy, there.openedAt)}, ${datesWords(there)}` : "";
  return new Refusal("CONFLICT", `${monthName(month)} was opened already${opened}. Yours was ${datesWords(dates)}.`);
}
