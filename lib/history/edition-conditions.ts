import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { type Condition, column } from "#lib/history/condition";
import type { HistoryFilters } from "#lib/history/inputs";

/** The last entry that an edition of the organisation holds; null where there is no such edition. */
const lastOf = (actor: PersonActor, edition: string): SQL =>
  sql`(select c.newest from edition e join scorecard s on s.id = e.scorecard_id join audit.cut c on c.number = e.cut
    where e.id = ${edition} and s.organisation_id = ${actor.organisation.id})`;

/** After the cut of an edition, up to that of another. */
export function isBetweenEditions(actor: PersonActor, { afterEdition, toEdition }: HistoryFilters): Condition[] {
  return [
    ...(afterEdition ? [(entry: string) => sql`${column(entry, "position")} > ${lastOf(actor, afterEdition)}`] : []),
    ...(toEdition ? [(entry: string) => sql`${column(entry, "position")} <= ${lastOf(actor, toEdition)}`] : []),
  ];
}
