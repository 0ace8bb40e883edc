import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { isOfActs } from "#lib/history/act-conditions";
import { type Condition, column, every, is, leads } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";

/** What a filter asks of the trail's columns, that which leaves the fewest rows first; a cell is an indicator in a month. */
const keys = [
  "action",
  "request",
  "acts",
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

/**
 * What is asked of rows found through others: the id of an indicator asked for, and of an action of a request or an import; of
 * one of the acts with an address or with words, or null, where each row is asked about its own.
 */
export type Through = { indicatorId: SQL; actionId: SQL; actId: SQL | null };

/** Whether a filter asks for indicators, by a ref or a theme; and for actions, by a request or an import. */
export const asksIndicators = ({ indicator, theme }: HistoryFilters) => indicator !== undefined || theme !== undefined;
export const asksActions = (filters: HistoryFilters) => filters.request !== undefined || filters.import !== undefined;
export const asksActs = ({ address, words }: HistoryFilters) => address !== undefined || words !== undefined;

/** All that a filter asks but its days. */
export function conditionsOf(actor: PersonActor, filters: HistoryFilters, through: Through): Asked[] {
  const { indicatorId, actionId, actId } = through;
  const { action, person, month, team, verb, outcome, scorecard } = filters;
  const ofIndicator = asksIndicators(filters) ? of("indicator", indicatorId) : null;
  const ofMonth = month === undefined ? null : of("month", `${month}-01`);
  const asked: Record<Key, Omit<Asked, "key"> | null | false> = {
    action: action !== undefined && of("action", action),
    request: asksActions(filters) && of("action", actionId),
    acts: asksActs(filters) && (actId ? of("action", actId) : only("action", isOfActs(actor, filters))),
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

/** The actions of a request, of which one at most was done, or of an import. */
export function actionsAsked(actor: PersonActor, filters: HistoryFilters): SQL {
  const asked = [
    ...(filters.request === undefined ? [] : [sql`a.request_id = ${filters.request}`]),
    ...(filters.import === undefined ? [] : [sql`a.import = ${filters.import}`]),
  ];
  return sql`(select a.id from audit.action a where ${sql.join([...asked, sql`a.organisation = ${actor.organisation.id}`], sql` and `)})`;
}
