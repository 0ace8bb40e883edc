import { eq, sql } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { organisation } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";

/** What the officer's organisation set for itself, with the version of it. */
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
    })
    .from(organisation)
    .where(eq(organisation.id, actor.organisation.id));
  return found!;
}

export type SessionLimits = { idleHours: number; hours: number };

/** How long sessions may last by what the operator said, in hours. */
export async function getSessionLimits(db: Database = database()): Promise<SessionLimits> {
  const { rows } = await db.execute<{ limits: SessionLimits }>(sql`select access.session_limits() as limits`);
  return rows[0]!.limits;
}
