import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { type Condition, column } from "#lib/history/condition";
import { cutOf } from "#lib/history/edition-conditions";
import type { HistoryFilters } from "#lib/history/inputs";
import { readsAll } from "#lib/history/scope";

/** A page looks through so many acts of an address or with words in their reason, the newest of those that its other filters leave. */
export const mostActs = 500;

/** Those acts, to join. */
export const actsAsked = (actor: PersonActor, filters: HistoryFilters): SQL =>
  sql`(select a.id from audit.action a where ${isAsked(actor, filters)} order by a.begun_at desc limit ${sql.raw(String(mostActs))})`;

/** Whether a row is of such an act, however many there are. */
export const isOfActs =
  (actor: PersonActor, filters: HistoryFilters): Condition =>
  (entry) =>
    sql`exists (select from audit.action a where a.id = ${column(entry, "action")} and ${isAsked(actor, filters)})`;

/** A command on the server may be of no organisation, and its entries of one. */
const ofOwnOrNone = (actor: PersonActor, action: string): SQL =>
  sql`(${column(action, "organisation")} = ${actor.organisation.id} or ${column(action, "organisation")} is null)`;

/** Of an address, which is one's own where one sees no other; and with words in the reason. What else an act itself says is asked of it. */
function isAsked(actor: PersonActor, filters: HistoryFilters): SQL {
  const { address, words, from, to, person, verb, afterEdition, toEdition } = filters;
  const day = sql`(a.begun_at at time zone ${actor.organisation.timeZone})::date`;
  const asked = [
    ofOwnOrNone(actor, "a"),
    ...(address === undefined ? [] : [sql`a.address = ${address}`]),
    ...(address === undefined || readsAll(actor) ? [] : [sql`a.person = ${actor.person.id}`]),
    ...(words === undefined ? [] : [sql`a.reason = any(array${reasonsWith(actor, words)})`]),
    ...(from ? [sql`${day} >= ${from}::date`] : []),
    ...(to ? [sql`${day} <= ${to}::date`] : []),
    ...(verb ? [sql`a.verb = ${verb}`] : []),
    ...(person === undefined ? [] : [person === "nobody" ? sql`a.person is null` : sql`a.person = ${person}`]),
    // What was in flight when an edition was published began at most so long before.
    ...(afterEdition ? [sql`a.begun_at > (select c.taken_at - interval '1 hour' ${cutOf(actor, afterEdition)})`] : []),
    ...(toEdition ? [sql`a.begun_at <= (select c.taken_at ${cutOf(actor, toEdition)})`] : []),
  ];
  return sql.join(asked, sql` and `);
}

/** The digests of reasons in which words stand, however they are written; of one that was redacted there are no words left. */
const reasonsWith = (actor: PersonActor, words: string): SQL =>
  sql`(select w.digest from (select distinct r.reason from audit.action r
      where ${ofOwnOrNone(actor, "r")} and r.reason is not null) r
    join audit.words w on w.digest = r.reason where w.body ilike ${`%${words.replaceAll(/[\\%_]/g, "\\$&")}%`})`;
