import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { cut } from "#db/schema/audit";
import type { Edition } from "#lib/audit/find-edition";

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
  const number = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null;
  if (number === null) return refused(`“${typed.slice(0, 40)}” is not a cut. A cut is named by its number.`);
  const [found] = await cuts().where(sql`${cut.number} = ${number}`);
  return found ? { ok: true, past: found } : refused(`There is no cut ${number}.`);
}

async function findCutAt(typed: string, timeZone: string): Promise<Reading> {
  if (!isMoment(typed)) {
    return refused(`“${typed.slice(0, 40)}” is not a moment. Give it as year, month, day and time: 2014-01-14T09:32.`);
  }
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

function isMoment(typed: string): boolean {
  const read = /^([1-9]\d{3}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.exec(typed);
  const day = read && new Date(`${read[1]}T00:00:00Z`);
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(read![1]!);
}

const refused = (message: string): Reading => ({ ok: false, message });
