import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { cut } from "#db/schema/audit";
import type { Edition } from "#lib/audit/find-edition";
import { cutNumber, isMoment, noCut, notCut, notMoment } from "#lib/rules/asked-moment";

/** A cut, as whoever reads the past is told of it; with the edition that it is of, where an edition was asked for. */
export type Past = { cut: number; takenAt: Date; edition?: Edition };

/** What an address may ask for: a moment in the organisation's time, as "2014-01-14T09:32", or a cut by its number. */
export type PastAsked = { at?: string | undefined; cut?: string | undefined };

type Reading = { ok: true; past: Past } | { ok: false; message: string };

/** The cut that an address asks for; of a moment the newest at or before it. What cannot be read or is not kept is said in words. */
export async function findPast(asked: PastAsked, timeZone: string): Promise<Reading> {
  return asked.cut ? findCut(asked.cut) : findCutAt(asked.at ?? "", timeZone);
}

async function findCut(typed: string): Promise<Reading> {
  const number = cutNumber(typed);
  if (number === null) return refused(notCut(typed));
  const [found] = await cuts().where(sql`${cut.number} = ${number}`);
  return found ? { ok: true, past: found } : refused(noCut(number));
}

async function findCutAt(typed: string, timeZone: string): Promise<Reading> {
  if (!isMoment(typed)) return refused(notMoment(typed));
  const moment = sql`${typed}::timestamp at time zone ${timeZone}`;
  const [found] = await cuts()
    .where(sql`${cut.takenAt} <= ${moment} and ${moment} <= now()`)
    .orderBy(sql`${cut.takenAt} desc, ${cut.number} desc`)
    .limit(1);
  if (found) return { ok: true, past: found };
  const [{ isToCome } = { isToCome: false }] = (await database().execute(sql`select ${moment} > now() as "isToCome"`))
    .rows as { isToCome: boolean }[];
  return refused(
    isToCome
      ? "That moment has not been yet."
      : "That was before the first moment that is kept, and so cannot be shown.",
  );
}

const cuts = () => database().select({ cut: cut.number, takenAt: cut.takenAt }).from(cut);

const refused = (message: string): Reading => ({ ok: false, message });
