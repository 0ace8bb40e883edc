import { type SQL, sql } from "drizzle-orm";
import { scorecardMonth } from "#db/schema/months";
import { type PersonActor, readsEditionsOnly } from "#lib/access/actor";

type Reads = Pick<PersonActor, "roles" | "edition">;

/** Of which months a person sees figures and comments: an edition shows those that were closed, up to its own; outside of one a reader sees none. */
export type Seen = "every" | "none" | "of an edition";

export function seenBy({ edition, roles }: Reads): Seen {
  if (edition) return "of an edition";
  return readsEditionsOnly({ roles }) ? "none" : "every";
}

/** A month that a query is asked with, as its first day. */
export const dayAsked = (name: string) => sql`${sql.placeholder(name)}::date`;

/** Those months, for the `where` of a query that is asked with `editionOf`; null for every one. */
export function monthsSeen(seen: Seen, edition: SQL = dayAsked("edition")): SQL | null {
  if (seen === "of an edition")
    return sql`(${scorecardMonth.closedAt} is not null and ${scorecardMonth.month} <= ${edition})`;
  return seen === "none" ? sql`false` : null;
}

export const editionOf = ({ edition }: Reads) => ({ edition: edition ? `${edition}-01` : null });

/** The same for a query that is made each time, with the edition in it. */
export const monthsInScope = (actor: Reads): SQL | null =>
  monthsSeen(seenBy(actor), sql`${editionOf(actor).edition}::date`);
