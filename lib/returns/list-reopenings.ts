import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { scorecardMonth } from "#db/schema/months";
import { person, team } from "#db/schema/people";
import { reopening, returnSubmission } from "#db/schema/returns";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { stillReopened } from "#lib/actuals/still-reopened";
import { waitsToBeReopened } from "#lib/returns/waits-to-be-reopened";

const asker = alias(person, "asker");
const opener = alias(person, "opener");
const withdrawer = alias(person, "withdrawer");
const refuser = alias(person, "refuser");

/** How many of the register stand on a page. */
export const listedReopenings = 50;

export type Reopening = Awaited<ReturnType<typeof listReopenings>>["reopenings"][number];

/** The reopenings that were asked for or given, the newest first: all of the organisation, or those of the teams of a head of service. */
export async function listReopenings(actor: PersonActor, page = 1) {
  const asked = { ...overseenBy(actor), most: listedReopenings + 1, before: (page - 1) * listedReopenings };
  const found = await askReopenings(database(), {}, asked);
  return { reopenings: found.slice(0, listedReopenings), hasMore: found.length > listedReopenings };
}

const isUnanswered = waitsToBeReopened(sql`${reopening}`);

/** Of what nobody answered: its month is still open, and it was not submitted again meanwhile. */
const isAsked = sql`exists (select from ${scorecardMonth} where ${scorecardMonth.scorecardId} = ${reopening.scorecardId}
    and ${scorecardMonth.month} = ${reopening.month} and ${scorecardMonth.closedAt} is null)
  and not exists (select from ${returnSubmission} s where s.scorecard_id = ${reopening.scorecardId} and s.month = ${reopening.month}
    and s.team_id = ${reopening.teamId} and s.submitted_at > ${reopening.askedAt})`;

const newest = sql`coalesce(${reopening.askedAt}, ${reopening.reopenedAt})`;

/** Whose returns somebody oversees, to ask a query with: all of the organisation, or those of the teams they head. */
export const overseenBy = (actor: PersonActor) => ({
  organisation: actor.organisation.id,
  overseesAll: holds(actor, "auditor") || holds(actor, "performance officer"),
  headed: teamsOf(actor, "head of service").map(({ id }) => id),
});

/** Whether a team is of those, in a query that is asked with them. */
export const isOverseen = (teamId: SQL): SQL =>
  sql`(${sql.placeholder("overseesAll")}::boolean or ${teamId} = any(${sql.placeholder("headed")}::uuid[]))`;

const inScope = and(
  eq(scorecard.organisationId, sql.placeholder("organisation")),
  isOverseen(sql`${reopening.teamId}`),
);

/** How many of those returns wait to be reopened: a query inside another. */
export const askedCount = (db: Database) =>
  db
    .select({ n: sql<number>`count(*)::int` })
    .from(reopening)
    .innerJoin(scorecard, eq(scorecard.id, reopening.scorecardId))
    .where(and(inScope, isUnanswered, isAsked));

const askReopenings = madeOnce((db) =>
  db
    .select({
      id: reopening.id,
      slug: scorecard.slug,
      scorecard: scorecard.name,
      teamSlug: team.slug,
      team: team.name,
      month: reopening.month,
      askedAt: reopening.askedAt,
      askedBy: asker.name,
      askedReason: wordsOf(reopening.askedReason),
      reopenedAt: reopening.reopenedAt,
      reopenedBy: opener.name,
      reopenedUntil: reopening.reopenedUntil,
      reopenedReason: wordsOf(reopening.reopenedReason),
      withdrawnAt: reopening.withdrawnAt,
      withdrawnBy: withdrawer.name,
      refusedAt: reopening.refusedAt,
      refusedBy: refuser.name,
      refusedReason: wordsOf(reopening.refusedReason),
      isOpen: stillReopened(reopening.reopenedUntil, { scorecard: reopening.scorecardId, month: reopening.month }),
      /** Whether nobody answered it, and nobody is going to. */
      isOver: sql<boolean>`${isUnanswered} and not (${isAsked})`,
    })
    .from(reopening)
    .innerJoin(scorecard, eq(scorecard.id, reopening.scorecardId))
    .innerJoin(team, eq(team.id, reopening.teamId))
    .leftJoin(asker, eq(asker.id, reopening.askedBy))
    .leftJoin(opener, eq(opener.id, reopening.reopenedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, reopening.withdrawnBy))
    .leftJoin(refuser, eq(refuser.id, reopening.refusedBy))
    .where(inScope)
    .orderBy(desc(newest), desc(reopening.id))
    .limit(sql.placeholder("most"))
    .offset(sql.placeholder("before")),
);
