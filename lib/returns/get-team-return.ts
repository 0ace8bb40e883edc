import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type Database, database } from "#db/client";
import { team } from "#db/schema/people";
import { holds, type PersonActor, type Team, teamsOf } from "#lib/access/actor";
import { type Draft, type ReturnOfTeam, returnOfTeam } from "#lib/returns/return-cells";
import { everyIndicator, listReturnRows, type ReturnRows } from "#lib/returns/return-rows";
import type { Submission } from "#lib/returns/submission-rows";
import { isStorable } from "#lib/rules/is-storable";
import type { Month } from "#lib/rules/month";

/** One team's return as it stands. `seen`: by which a form says which drafts its sender saw. */
export type TeamReturn = ReturnOfTeam & {
  team: Team;
  month: Month;
  submission: Submission | null;
  seen: string;
};

/** Whether somebody reads a team's returns: its leads and heads of service do, and who reads all of them. */
const mayRead = (actor: PersonActor, teamId: string): boolean =>
  holds(actor, "auditor") ||
  holds(actor, "performance officer") ||
  [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].some(({ id }) => id === teamId);

/** Drafts are known of to the team's leads and the auditor. */
const knowsDrafts = (actor: PersonActor, teamId: string): boolean =>
  holds(actor, "auditor") || teamsOf(actor, "team lead").some(({ id }) => id === teamId);

/** Null where there is none for this person: a team that is not theirs, a month that was not opened, nothing that is asked. */
export async function getTeamReturn(
  actor: PersonActor,
  { slug, team: teamSlug, month }: { slug: string; team: string; month: Month },
  db: Database = database(),
): Promise<TeamReturn | null> {
  const found = isStorable(teamSlug) ? await findTeam(db, actor, teamSlug) : null;
  if (!found || !mayRead(actor, found.id)) return null;
  const all = await listReturnRows(actor, { month }, everyIndicator, { teams: [found.id], db });
  const rows = all.find((each) => each.slug === slug);
  return rows ? teamReturn(actor, rows, { team: found, month }) : null;
}

/** The same from the rows of its scorecard. */
export function teamReturn(
  actor: PersonActor,
  rows: ReturnRows,
  { team: of, month }: { team: Team; month: Month },
): TeamReturn | null {
  const known = knowsDrafts(actor, of.id) ? rows : { ...rows, revisions: rows.revisions.filter(isHandedIn) };
  const found = returnOfTeam(known, of.id, month);
  if (!found || found.cells.length === 0) return null;
  const submission = rows.submissions.find((each) => each.teamId === of.id && each.month === month) ?? null;
  return { ...found, team: of, month, submission, seen: digestOf(found.drafts) };
}

const isHandedIn = ({ source, submittedAt }: ReturnRows["revisions"][number]) =>
  source === "import" || submittedAt !== null;

const digestOf = (drafts: readonly Draft[]): string =>
  createHash("sha256")
    .update(JSON.stringify(drafts.map(({ revisionId, version }) => `${revisionId} ${version}`).toSorted()))
    .digest("hex")
    .slice(0, 16);

async function findTeam(db: Database, actor: PersonActor, slug: string): Promise<Team | null> {
  const [found] = await db
    .select({ id: team.id, slug: team.slug, name: team.name })
    .from(team)
    .where(and(eq(team.organisationId, actor.organisation.id), eq(team.slug, slug)));
  return found ?? null;
}
