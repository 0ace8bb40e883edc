import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { scorecardMonth } from "#db/schema/months";
import { type PersonActor, readsEditionsOnly } from "#lib/access/actor";

type Reads = Pick<PersonActor, "roles" | "edition">;

/** Of which months a person sees figures and comments: an edition shows those that were closed, up to its own; outside of one a reader sees none. */
export type Seen = "every" | "none" | "of an edition";

export function seenBy({ edition, roles }: Reads): Seen {
  if (edition) return "of an edition";
  return readsEditionsOnly({ roles }) ? "none" : "every";
}

/** The edition's own month, as a day; for what is asked with placeholders, `monthsSeen`. */
export const editionOf = ({ edition }: Reads) => ({ edition: edition ? `${edition}-01` : null });

/** Those months, for a query's `where`; null for every one. */
export function monthsSeen(seen: Seen, edition: Placeholder | string = sql.placeholder("edition")): SQL | null {
  if (seen === "of an edition")
    return sql`(${scorecardMonth.closedAt} is not null and ${scorecardMonth.month} <= ${edition}::date)`;
  return seen === "none" ? sql`false` : null;
}

/** The same with the edition in it, for a query that is made each time. */
export const monthsInScope = (actor: Reads): SQL | null => monthsSeen(seenBy(actor), editionOf(actor).edition ?? "");
