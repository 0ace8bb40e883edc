import { count, desc, eq, gt, isNotNull } from "drizzle-orm";
import { database } from "#db/client";
import { cut, entry, incarnation } from "#db/schema/audit";
import { head, verification } from "#db/schema/sealing";
import { countedTo } from "#lib/rules/whole-number";

export type Verification = { endedAt: Date; size: number; wrong: string[]; said: string[] };

export type Integrity = {
  /** The newest head, and the moment of its cut. */
  head: { note: string; size: number; takenAt: Date } | null;
  /** Entries that came after it, counted as far as anything is. */
  unsealed: number;
  /** The last time that the whole trail was verified. */
  verified: Verification | null;
  /** Why nothing is signed, where nothing was since. */
  refused: { at: Date; why: string } | null;
  /** Each time that an older backup was put back. */
  putBacks: { number: number; begunAt: Date }[];
};

/** What is known of the trail's own truth: it is one for everybody on this installation. */
export async function getIntegrity(): Promise<Integrity> {
  const [[newest], [verified], [refused], putBacks] = await Promise.all([
    database()
      .select({ note: head.note, size: head.size, takenAt: cut.takenAt, sealedAt: head.sealedAt, newest: cut.newest })
      .from(head)
      .innerJoin(cut, eq(cut.number, head.cut))
      .orderBy(desc(head.number))
      .limit(1),
    newestOf("verified"),
    newestOf("not sealed"),
    database()
      .select({ number: incarnation.number, begunAt: incarnation.begunAt })
      .from(incarnation)
      .where(isNotNull(incarnation.putBackAfter))
      .orderBy(incarnation.number),
  ]);
  const later = database()
    .select({ position: entry.position })
    .from(entry)
    .where(gt(entry.position, newest?.newest ?? 0))
    .orderBy(entry.position)
    .limit(countedTo + 1)
    .as("later");
  const [{ unsealed } = { unsealed: 0 }] = await database().select({ unsealed: count() }).from(later);
  const isRefused = refused && (!newest || refused.endedAt > newest.sealedAt);
  return {
    head: newest ?? null,
    unsealed,
    verified: verified ?? null,
    refused: isRefused ? { at: refused.endedAt, why: refused.wrong.join(" ") } : null,
    putBacks,
  };
}

const newestOf = (kind: "verified" | "not sealed") =>
  database()
    .select({
      endedAt: verification.endedAt,
      size: verification.size,
      wrong: verification.wrong,
      said: verification.said,
    })
    .from(verification)
    .where(eq(verification.kind, kind))
    .orderBy(desc(verification.number))
    .limit(1);
