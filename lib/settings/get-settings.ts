import { eq, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { organisation } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";

export type SessionLimits = { idleHours: number; hours: number };

const sessionLimits = sql<SessionLimits>`access.session_limits()`;

/** What the officer's organisation set for itself, with the version of it, and what the operator set above it. */
export async function getSettings(actor: PersonActor) {
  const [found] = await database()
    .select({
      name: organisation.name,
      timeZone: organisation.timeZone,
      sessionIdleHours: organisation.sessionIdleHours,
      sessionHours: organisation.sessionHours,
      publishesOver: organisation.publishesOver,
      keepsWordsYears: organisation.keepsWordsYears,
      needsSecondFactor: organisation.needsSecondFactor,
      version: organisation.version,
      limits: sessionLimits,
    })
    .from(organisation)
    .where(eq(organisation.id, actor.organisation.id));
  return found!;
}

/** How long sessions may last by what the operator said, in hours. */
export async function getSessionLimits(db: Database = database()): Promise<SessionLimits> {
  const { rows } = await db.execute<{ limits: SessionLimits }>(sql`select ${sessionLimits} as limits`);
  return rows[0]!.limits;
}
