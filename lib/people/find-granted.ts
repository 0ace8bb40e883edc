import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { person, roleGrant } from "#db/schema/people";

/**
 * What somebody holds and is to hold in an organisation, with those of its days that are to come, after waiting for whoever
 * grants to them just now.
 */
export async function findGranted(tx: Database, organisationId: string, personId: string) {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
  const today = sql`holding.today(${organisationId})`;
  return tx
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      teamId: roleGrant.teamId,
      fromDay: sql<string | null>`case when ${roleGrant.fromDay} > ${today} then ${roleGrant.fromDay} end`,
      toDay: roleGrant.toDay,
    })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.organisationId, organisationId),
        eq(roleGrant.personId, personId),
        isNull(roleGrant.revokedAt),
        sql`coalesce(${roleGrant.toDay} >= ${today}, true)`,
      ),
    );
}
