import { type SQL, sql } from "drizzle-orm";
import { commentDecision } from "#db/schema/commentary";
import { person } from "#db/schema/people";

/** Who decided on a comment, `person` joined by `decidedBy`; and as a deputy, for whom: "Priya Nair (for Dana Ray)". */
export const decidedByName: SQL<string> = sql<string>`(${person.name} || coalesce(' (for ' || (
  select head.name from person head where head.id = ${commentDecision.forPerson}) || ')', ''))`;
