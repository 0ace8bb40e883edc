import { type SQL, sql } from "drizzle-orm";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { Refusal } from "#lib/audit/refusal";

/** A condition on the trail's rows, for whatever name the query gives the table. */
export type Condition = (entry: string) => SQL;

export const column = (entry: string, name: string): SQL => sql.raw(`${entry}.${name}`);

const readsAll = (actor: PersonActor) => holds(actor, "auditor") || holds(actor, "performance officer");

/**
 * The rows of the trail a person may read, as conditions of which any one is enough: all of the organisation for auditor
 * and performance officer; for a team's people those of their teams and their own. One index serves each. Throws WRONG_ROLE.
 */
export function scopesOf(actor: PersonActor): Condition[] {
  if (!may(actor, "history.read")) throw new Refusal("WRONG_ROLE", "The history is not for your role.");
  if (readsAll(actor)) return [(entry) => sql`${column(entry, "organisation")} = ${actor.organisation.id}`];
  const teams = new Set([...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].map(({ id }) => id));
  const ofOrganisation = (entry: string) => sql`${column(entry, "organisation")} = ${actor.organisation.id}`;
  return [
    ...[...teams].map(
      (id): Condition =>
        (entry) =>
          sql`${column(entry, "team")} = ${id} and ${ofOrganisation(entry)}`,
    ),
    (entry) => sql`${column(entry, "person")} = ${actor.person.id} and ${ofOrganisation(entry)}`,
  ];
}

/** Addresses are personal: whoever reads all of the trail sees them, others their own. */
export const seesAddressOf = (actor: PersonActor, entry: string): SQL =>
  readsAll(actor) ? sql`true` : sql`${column(entry, "person")} = ${actor.person.id}`;
