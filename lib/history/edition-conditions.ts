import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { besides, type Condition, column } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";

/** From the cut of an edition of the organisation; from none where there is no such edition. */
export const cutOf = (actor: PersonActor, edition: string): SQL =>
  sql`from edition d join scorecard s on s.id = d.scorecard_id join audit.cut c on c.number = d.cut
    join audit.incarnation i on i.number = c.incarnation where d.id = ${edition} and s.organisation_id = ${actor.organisation.id}`;

/**
 * What an edition does not hold, and what another does: as a cut holds it, so that what was in flight when the one was published
 * is of the other. Where in the trail that lies is asked by position, as every index has it.
 */
export function isBetweenEditions(actor: PersonActor, { afterEdition, toEdition }: HistoryFilters): Condition[] {
  const position = (entry: string) => column(entry, "position");
  const held = (entry: string) =>
    sql`${position(entry)} <= c.newest and (${position(entry)} < i.first_position or pg_visible_in_snapshot(${column(entry, "xid")}, c.snapshot))`;
  return [
    ...(afterEdition
      ? [
          (entry: string) => sql`${position(entry)} >= (select coalesce((select b.position from audit.entry b
            where b.at >= c.taken_at - interval '1 hour' order by b.at limit 1), c.newest) ${cutOf(actor, afterEdition)})`,
          besides((entry) => sql`(select not (${held(entry)}) ${cutOf(actor, afterEdition)})`),
        ]
      : []),
    ...(toEdition
      ? [
          (entry: string) => sql`${position(entry)} <= (select c.newest ${cutOf(actor, toEdition)})`,
          besides((entry) => sql`(select ${held(entry)} ${cutOf(actor, toEdition)})`),
        ]
      : []),
  ];
}
