import { or, type SQL, sql } from "drizzle-orm";
import { indicator } from "#db/schema/indicators";
import { team } from "#db/schema/people";
import { decidedTeams, holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { submittedOrImported } from "#lib/commentary/cell/cell-rows";

/** How much of a team's comments a person reads: drafts too, what was submitted, or only what the scorecard shows. */
export type ReadingScope = "all" | "submitted" | "shown";

/** Drafts are for the team's leads and the auditor, submissions for who decides on them, the scorecard for everybody. */
export function readingScope(
  actor: Pick<PersonActor, "roles" | "standsFor">,
  teamId: string | null | undefined,
): ReadingScope {
  const among = (teams: readonly { id: string }[]) => teams.some(({ id }) => id === teamId);
  if (holds(actor, "auditor") || among(teamsOf(actor, "team lead"))) return "all";
  return among(decidedTeams(actor)) ? "submitted" : "shown";
}

/** The revisions a person may know of: the same rule, for a query's `where`. */
export function revisionsInScope(actor: Pick<PersonActor, "roles">): SQL {
  if (holds(actor, "auditor")) return sql`true`;
  return sql`(${or(submittedOrImported, inTeams(teamsOf(actor, "team lead")))})`;
}

/** Cells of these teams alone; asked first of the indicators that were ever theirs, which an index has. */
function inTeams(teams: readonly { id: string }[]): SQL {
  if (teams.length === 0) return sql`false`;
  const ids = sql`any(${sql.param(teams.map(({ id }) => id))}::uuid[])`;
  return sql`(${team.id} = ${ids} and ${indicator.id} in (select t.indicator_id from indicator_team t where t.team_id = ${ids}))`;
}
