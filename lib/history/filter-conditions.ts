import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { type Condition, column, every, is, leads } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";
import { readsAll } from "#lib/history/scope";

/** What a filter asks of the trail's columns, that which leaves the fewest rows first; a cell is an indicator in a month. */
const keys = [
  "action",
  "request",
  "cell",
  "lapsed",
  "indicator",
  "person",
  "month",
  "team",
  "verb",
  "refused",
  "done",
  "scorecard",
] as const;
export type Key = (typeof keys)[number];

/** What is asked of a key: besides others, or in front of an index by this column. */
export type Asked = { key: Key; is: Condition; leads: Condition; column: string };

const of = (name: string, value: unknown): Omit<Asked, "key"> => ({
  is: is(name, value),
  leads: leads(name, value),
  column: name,
});
const only = (name: string, condition: Condition): Omit<Asked, "key"> => ({
  is: condition,
  leads: condition,
  column: name,
});

/** What is asked of rows found through others: the id of an indicator asked for, and of an action of a request or an import. */
export type Through = { indicatorId: SQL; actionId: SQL };

/** Whether a filter asks for indicators, by a ref or a theme; and for actions, by a request or an import. */
export const asksIndicators = ({ indicator, theme }: HistoryFilters) => indicator !== undefined || theme !== undefined;
export const asksActions = ({ request, import: imported, address, words }: HistoryFilters) =>
  [request, imported, address, words].some((asked) => asked !== undefined);

/** All that a filter asks but its days. */
export function conditionsOf(actor: PersonActor, filters: HistoryFilters, { indicatorId, actionId }: Through): Asked[] {
  const { action, person, month, team, verb, outcome, scorecard } = filters;
  const ofIndicator = asksIndicators(filters) ? of("indicator", indicatorId) : null;
  const ofMonth = month === undefined ? null : of("month", `${month}-01`);
  const asked: Record<Key, Omit<Asked, "key"> | null | false> = {
    action: action !== undefined && of("action", action),
    request: asksActions(filters) && of("action", actionId),
    cell: ofIndicator &&
      ofMonth && {
        is: every([ofIndicator.is, ofMonth.is]),
        leads: every([ofIndicator.leads, ofMonth.is]),
        column: "indicator",
      },
    lapsed: outcome === "lapsed" && only("table_name", (e) => sql`${column(e, "table_name")} = 'lapse'`),
    indicator: !ofMonth && ofIndicator,
    person:
      person !== undefined &&
      (person === "nobody" ? only("person", (e) => sql`${column(e, "person")} is null`) : of("person", person)),
    month: !ofIndicator && ofMonth,
    team:
      team !== undefined &&
      of(
        "team",
        sql`(select t.id from team t where t.organisation_id = ${actor.organisation.id} and t.slug = ${team})`,
      ),
    verb: verb !== undefined && of("verb", verb),
    refused: outcome === "refused" && only("operation", (e) => sql`${column(e, "operation")} = 'refused'`),
    done: outcome === "done" && only("operation", (e) => sql`${column(e, "operation")} <> 'refused'`),
    scorecard:
      scorecard !== undefined &&
      of(
        "scorecard",
        sql`(select s.id from scorecard s where s.organisation_id = ${actor.organisation.id} and s.slug = ${scorecard})`,
      ),
  };
  return keys.flatMap((key) => (asked[key] ? [{ key, ...asked[key] }] : []));
}

/** The indicators that a ref means, one in each scorecard that has it; and those that were ever in a theme. */
export function indicatorsAsked(actor: PersonActor, { indicator, theme }: HistoryFilters): SQL {
  const own = sql`s.organisation_id = ${actor.organisation.id}`;
  if (theme === undefined) {
    return sql`(select i.id from indicator i join scorecard s on s.id = i.scorecard_id where i.ref = ${indicator} and ${own})`;
  }
  // `offset 0` keeps the sub-selects apart: only so are the indicators of one council looked at, each by itself.
  const ofRef = indicator === undefined ? sql`` : sql` and i.ref = ${indicator}`;
  return sql`(select i.id from scorecard s
    cross join lateral (select i.id from indicator i where i.scorecard_id = s.id${ofRef} offset 0) i
    where ${own} and exists (select from indicator_definition d join section x on x.id = d.section_id
      join theme t on t.id = x.theme_id where d.indicator_id = i.id and t.slug = ${theme} offset 0))`;
}

/** So many actions of an address or with words in their reason are looked through, the newest of the days asked for. */
export const mostActions = 500;

/**
 * The actions of a request, of which one at most was done, or of an import; of an address, which is one's own where one sees no
 * other; and those in whose reason some words stand.
 */
export function actionsAsked(actor: PersonActor, filters: HistoryFilters): SQL {
  const { request, import: imported, address, words, from, to } = filters;
  const isMany = address !== undefined || words !== undefined;
  const own = isMany ? ofOwnOrNone(actor, "a") : sql`a.organisation = ${actor.organisation.id}`;
  const day = sql`(a.begun_at at time zone ${actor.organisation.timeZone})::date`;
  const asked = [
    own,
    ...(request === undefined ? [] : [sql`a.request_id = ${request}`]),
    ...(imported === undefined ? [] : [sql`a.import = ${imported}`]),
    ...(address === undefined ? [] : [sql`a.address = ${address}`]),
    ...(address === undefined || readsAll(actor) ? [] : [sql`a.person = ${actor.person.id}`]),
    ...(words === undefined ? [] : [sql`a.reason = any(array${reasonsWith(actor, words)})`]),
    ...(isMany && from ? [sql`${day} >= ${from}::date`] : []),
    ...(isMany && to ? [sql`${day} <= ${to}::date`] : []),
  ];
  const newest = isMany ? sql` order by a.begun_at desc limit ${sql.raw(String(mostActions))}` : sql``;
  return sql`(select a.id from audit.action a where ${sql.join(asked, sql` and `)}${newest})`;
}

/** A command on the server may be of no organisation, and its entries of one. */
const ofOwnOrNone = (actor: PersonActor, action: string): SQL =>
  sql`(${column(action, "organisation")} = ${actor.organisation.id} or ${column(action, "organisation")} is null)`;

/** The digests of reasons in which words stand, however they are written; of one that was redacted there are no words left. */
const reasonsWith = (actor: PersonActor, words: string): SQL =>
  sql`(select w.digest from (select distinct r.reason from audit.action r
      where ${ofOwnOrNone(actor, "r")} and r.reason is not null) r
    join audit.words w on w.digest = r.reason where w.body ilike ${`%${words.replaceAll(/[\\%_]/g, "\\$&")}%`})`;
