import { eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { organisation, team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { jsonRows } from "#lib/scorecards/json-rows";

const own = sql`${organisation.id}`;

const holds = (role: "team lead" | "head of service") =>
  sql<boolean>`exists (select from role_grant g where g.team_id = ${team}.id and g.role = ${sql.raw(`'${role}'`)} and holding.is_held(g))`;

/** How far an organisation came before its first month is open: its teams and who leads and heads them, its scorecards, its months. */
export async function getFirstSteps(actor: PersonActor) {
  const [found] = await database()
    .select({
      teams: jsonRows(
        { name: team.name, isLed: holds("team lead"), isHeaded: holds("head of service") },
        sql`from ${team} where ${team.organisationId} = ${own}`,
      ),
      scorecards: jsonRows(
        {
          slug: scorecard.slug,
          name: scorecard.name,
          size: sql<number>`(select count(*)::int from ${indicator} where ${indicator.scorecardId} = ${sql`${scorecard.id}`})`,
          opened: sql<number>`(select count(*)::int from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${sql`${scorecard.id}`})`,
        },
        sql`from ${scorecard} where ${scorecard.organisationId} = ${own} and ${scorecard.endedAt} is null`,
      ),
    })
    .from(organisation)
    .where(eq(organisation.id, actor.organisation.id));
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en");
  return {
    teams: (found?.teams ?? []).toSorted(byName),
    scorecards: (found?.scorecards ?? []).toSorted(byName),
  };
}

export type FirstSteps = Awaited<ReturnType<typeof getFirstSteps>>;
