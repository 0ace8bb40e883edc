import { type SQL, sql } from "drizzle-orm";
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

/** Which revisions a person may know of, by the same rule: of some teams drafts too, if they lead any. */
export type Known = "all" | "drafts of teams" | "submitted";

export function knownTo(actor: Pick<PersonActor, "roles">): Known {
  if (holds(actor, "auditor")) return "all";
  return teamsOf(actor, "team lead").length > 0 ? "drafts of teams" : "submitted";
}

// Cells of these teams alone; asked first of the indicators that were ever theirs, which an index has.
const ofTeams = sql`any(${sql.placeholder("teams")}::uuid[])`;
const inTeams = sql`(${team.id} = ${ofTeams} and ${indicator.id} in (select t.indicator_id from indicator_team t where t.team_id = ${ofTeams}))`;

/** Those revisions, for the `where` of a query that is asked with the `teams` that they lead. */
export const revisionsKnown = (known: Known): SQL =>
  ({
    all: sql`true`,
    "drafts of teams": sql`(${submittedOrImported} or ${inTeams})`,
    submitted: submittedOrImported,
  })[known];
