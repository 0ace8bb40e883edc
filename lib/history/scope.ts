import { type SQL, sql } from "drizzle-orm";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { Refusal } from "#lib/audit/refusal";
import { type Condition, column, is, leads } from "#lib/history/condition";

/** Rows of the trail that are a person's to read by one column: of their organisation, of a team (each of `each`), or their own. */
export type Scope = { by: "organisation" | "team" | "person"; leads: Condition; each: SQL[] };

export const readsAll = (actor: PersonActor) => holds(actor, "auditor") || holds(actor, "performance officer");

/**
 * The rows of the trail a person may read: all of the organisation for auditor and performance officer; for a team's people
 * those of their teams and their own. Said as one condition, and as scopes that together are the same. Throws WRONG_ROLE.
 */
export function scopesOf(actor: PersonActor): { rows: Condition; scopes: Scope[] } {
  if (!may(actor, "history.read")) throw new Refusal("WRONG_ROLE", "The history is not for your role.");
  const { person, organisation } = actor;
  const ofOrganisation = isIn(actor);
  if (readsAll(actor)) {
    return {
      rows: ofOrganisation,
      scopes: [{ by: "organisation", leads: leads("organisation", organisation.id), each: [] }],
    };
  }
  const ids = [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].map(({ id }) => id);
  const teams = sql`${sql.param(ids)}::uuid[]`;
  return {
    rows: (entry) =>
      sql`(${column(entry, "team")} = any(${teams}) or ${is("person", person.id)(entry)}) and ${ofOrganisation(entry)}`,
    scopes: [
      { by: "team", leads: leads("team", sql`mine.team`), each: [sql`unnest(${teams}) as mine(team)`] },
      { by: "person", leads: leads("person", person.id), each: [] },
    ],
  };
}

export const isIn = (actor: PersonActor): Condition => is("organisation", actor.organisation.id);

/** Addresses are personal: whoever reads all of the trail sees them, others their own. */
export const seesAddressOf = (actor: PersonActor, entry: string): SQL =>
  readsAll(actor) ? sql`true` : sql`${column(entry, "person")} = ${actor.person.id}`;
