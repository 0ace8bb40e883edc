import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { Condition } from "#lib/history/condition";
import { differencesOf } from "#lib/history/differences";
import type { OpenedEntry } from "#lib/history/entry";
import { findIn } from "#lib/history/found";
import { tellingFirst } from "#lib/history/group-headline";
import { hasFreeText } from "#lib/history/has-free-text";
import type { HistoryFilters } from "#lib/history/inputs";
import { sentenceOf } from "#lib/history/sentence";
import { readTrailRow, trailJoins, type WholeRow, wholeColumns } from "#lib/history/trail-rows";
import { countedTo } from "#lib/rules/whole-number";

/** As many entries of one action as a line opens; the others stand on the action's own page. */
const opened = 12;

/** One entry with all that is known of it, if the person may read it. Throws `Refusal` WRONG_ROLE. */
export async function getEntry(actor: PersonActor, position: number): Promise<OpenedEntry | null> {
  const [entry = null] = await open(actor, one(position, findIn(actor, {}).rows));
  return entry;
}

/**
 * What stands behind a line of the history: the entries of its action that the filter finds, the most telling where they
 * are many; one alone where an action is asked for. Oldest first, none of what the person may not read. Throws `Refusal` WRONG_ROLE.
 */
export async function listOpened(
  actor: PersonActor,
  position: number,
  filters: HistoryFilters = {},
): Promise<OpenedEntry[]> {
  const { rows } = findIn(actor, filters);
  return open(actor, filters.action === undefined ? together(position, rows) : one(position, rows));
}

const one = (position: number, rows: Condition): SQL =>
  sql`select * from audit.entry m where m.position = ${position} and ${rows("m")}`;

const together = (position: number, rows: Condition): SQL => sql`
  select * from (
    select m.* from audit.entry e join audit.entry m on m.action = e.action
    where e.position = ${position} and ${rows("e")} and ${rows("m")}
    order by m.position desc limit ${countedTo + 1}) m
  order by ${tellingFirst("m")}, m.position desc limit ${opened}`;

async function open(actor: PersonActor, entries: SQL): Promise<OpenedEntry[]> {
  const { rows } = await database().execute<WholeRow>(
    sql`select ${wholeColumns(actor)} from (${entries}) m ${trailJoins} order by m.position`,
  );
  const { timeZone } = actor.organisation;
  return rows.map((row) => {
    const { entry, facts } = readTrailRow(actor, row);
    const labels = facts.grading?.labels ?? null;
    const differences = differencesOf(entry.before, entry.after, { ...facts, timeZone, labels });
    return { entry, sentence: sentenceOf(entry, facts), differences, hasWords: hasFreeText(entry) };
  });
}
