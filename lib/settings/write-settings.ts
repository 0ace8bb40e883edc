import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { organisation } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";

type Row = typeof organisation.$inferSelect;

/** Writes one setting over the version that is on the screen. Throws CONFLICT, with what is set by now in words. */
export async function writeSettings(
  tx: Database,
  { organisation: own }: PersonActor,
  { seen, set, said }: { seen: number; set: Partial<Row>; said: (now: Row) => string },
): Promise<{ id: string }> {
  const [written] = await tx
    .update(organisation)
    .set(set)
    .where(and(eq(organisation.id, own.id), eq(organisation.version, seen)))
    .returning({ id: organisation.id });
  if (written) return written;
  const [now] = await tx.select().from(organisation).where(eq(organisation.id, own.id));
  throw new Refusal("CONFLICT", `The settings were changed after you opened them: ${said(now!)}. Yours was not saved.`);
}
