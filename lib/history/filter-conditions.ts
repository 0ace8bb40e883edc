import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { type Condition, column, every, is, leads } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";

/** What a filter asks of the trail's columns, that which leaves the fewest rows first; a cell is an indicator in a month. */
const keys = [
  "action",
  "cell",
  "lapsed",
  "indicator",
  "person",
  "month",
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

/** All that a filter asks but its days. `indicatorId` is that of an indicator asked for. */
export function conditionsOf(
  actor: PersonActor,
  { action, indicator, person, month, verb, outcome, scorecard }: HistoryFilters,
  indicatorId: SQL,
): Asked[] {
  const ofIndicator = indicator === undefined ? null : of("indicator", indicatorId);
  const ofMonth = month === undefined ? null : of("month", `${month}-01`);
  const asked: Record<Key, Omit<Asked, "key"> | null | false> = {
    action: action !== undefined && of("action", action),
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

/** The indicators that a ref means, one in each scorecard that has it. */
export const indicatorsAsked = (actor: PersonActor, { indicator }: HistoryFilters): SQL => sql`(
  select i.id from indicator i join scorecard s on s.id = i.scorecard_id
  where i.ref = ${indicator} and s.organisation_id = ${actor.organisation.id})`;
