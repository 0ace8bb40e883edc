import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";

/** A head as far as an export is cut by it. */
export type Seal = {
  note: string;
  size: number;
  root: Buffer;
  /** No entry after this position is a leaf of its tree. */
  newest: number;
  /** Notes of each change of the key that signs. */
  changes: string[];
  /** Whether nobody else's history is in the same tree. */
  isAlone: boolean;
};

/** The newest head, or the one of so many leaves that somebody holds. Null where there is none. */
export async function findSeal(size: number | null): Promise<Seal | null> {
  const asked: SQL = size === null ? sql`` : sql`where h.size = ${size}`;
  const { rows } = await database().execute<Omit<Seal, "size" | "newest"> & { size: string; newest: string }>(sql`
    select h.note, h.size::text, h.root, c.newest::text,
      (select coalesce(json_agg(k.note order by k.number), '[]') from audit.key_change k) as changes,
      (select count(*) = 1 from organisation) as "isAlone"
    from (select * from audit.head h ${asked} order by h.number desc limit 1) h join audit.cut c on c.number = h.cut`);
  const [found] = rows;
  return found ? { ...found, size: Number(found.size), newest: Number(found.newest) } : null;
}
