import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { action } from "#db/schema/audit";
import { commentDecision } from "#db/schema/commentary";
import { edition } from "#db/schema/editions";
import { indicator } from "#db/schema/indicators";
import { lapse } from "#db/schema/lapses";
import { notice } from "#db/schema/notices";
import { deputy, person, team } from "#db/schema/people";
import { restatement } from "#db/schema/restatements";
import { reopening } from "#db/schema/returns";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import { holds, type PersonActor } from "#lib/access/actor";

/** How many stand on a page. */
export const listedNotices = 30;

const whose = alias(person, "whose");
const forWhom = alias(person, "for_whom");
const [deputed, headed, deputedTeam] = [alias(person, "deputed"), alias(person, "headed"), alias(team, "deputed_team")];

export type Notice = Awaited<ReturnType<typeof listNotices>>["notices"][number];

/**
 * What this person was told, the newest first: before a position, or the newest; who holds no role, of no scorecard. `older`:
 * before which there are more.
 */
export async function listNotices(actor: PersonActor, before: number | null = null) {
  const found = await database()
    .select({
      position: notice.position,
      personId: notice.personId,
      kind: notice.kind,
      month: notice.month,
      due: notice.due,
      ofRow: notice.ofRow,
      toldAt: notice.toldAt,
      isSeen: sql<boolean>`${notice.seenAt} is not null`,
      slug: scorecard.slug,
      scorecard: scorecard.name,
      teamSlug: team.slug,
      team: team.name,
      ref: indicator.ref,
      // A deputy's decision with both names.
      by: sql<string | null>`coalesce(${whose.name} || ' (for ' || ${forWhom.name} || ')', ${whose.name})`,
      deputy: {
        name: deputed.name,
        headId: deputy.headId,
        head: headed.name,
        team: deputedTeam.name,
        fromDay: deputy.fromDay,
        toDay: deputy.toDay,
      },
      reason: wordsOf(sql<
        string | null
      >`coalesce(${commentDecision.reason}, ${restatement.reason}, ${action.reason}, case ${notice.kind}
        when 'asked' then ${reopening.askedReason} when 'reopened' then ${reopening.reopenedReason}
        when 'refused' then ${reopening.refusedReason} end)`),
      until: reopening.reopenedUntil,
      number: edition.number,
      cause: lapse.cause,
      holdsAgainSince: lapse.endedAt,
      was: { figure: restatement.figureBefore, missing: restatement.missingBefore },
      became: { figure: restatement.figure, missing: restatement.missing },
    })
    .from(notice)
    .leftJoin(scorecard, eq(scorecard.id, notice.scorecardId))
    .leftJoin(team, eq(team.id, notice.teamId))
    .leftJoin(indicator, eq(indicator.id, notice.indicatorId))
    .leftJoin(commentDecision, eq(commentDecision.id, notice.ofRow))
    .leftJoin(reopening, eq(reopening.id, notice.ofRow))
    .leftJoin(edition, eq(edition.id, notice.ofRow))
    .leftJoin(lapse, eq(lapse.id, notice.ofRow))
    .leftJoin(restatement, eq(restatement.id, notice.ofRow))
    .leftJoin(action, eq(action.id, notice.ofRow))
    .leftJoin(deputy, eq(deputy.id, notice.ofRow))
    .leftJoin(deputed, eq(deputed.id, deputy.deputyId))
    .leftJoin(headed, eq(headed.id, deputy.headId))
    .leftJoin(deputedTeam, eq(deputedTeam.id, deputy.teamId))
    .leftJoin(
      whose,
      sql`${whose.id} = coalesce(${commentDecision.decidedBy}, ${edition.publishedBy}, ${lapse.lapsedBy}, ${restatement.restatedBy}, ${action.person}, case ${notice.kind}
        when 'asked' then ${reopening.askedBy} when 'reopened' then ${reopening.reopenedBy}
        when 'refused' then ${reopening.refusedBy} when 'deputy named' then ${deputy.namedBy}
        when 'deputy ended' then ${deputy.withdrawnBy} when 'came by a rule' then ${notice.ofRow} end)`,
    )
    .leftJoin(forWhom, eq(forWhom.id, commentDecision.forPerson))
    .where(
      and(
        inArray(notice.position, ownPositions(actor)),
        actor.roles.length === 0 ? isNull(notice.scorecardId) : undefined,
        before === null ? undefined : lt(notice.position, before),
      ),
    )
    .orderBy(desc(notice.position))
    .limit(listedNotices + 1);
  const notices = found.slice(0, listedNotices);
  return { notices, older: found.length > listedNotices ? (notices.at(-1)?.position ?? null) : null };
}

/** Of the teams for which they hold a role by now; who reads everything, of all. */
function ownPositions(actor: PersonActor) {
  const held = [...actor.roles, ...(actor.standsFor ?? [])];
  const teams = held.flatMap(({ team: of }) => of?.id ?? []);
  const isOfAll = holds(actor, "auditor") || holds(actor, "performance officer");
  return sql`(select n."position" from holding.notices_of(${actor.person.id}::uuid, ${actor.organisation.id}::uuid,
    ${sql.param(teams)}::uuid[], ${isOfAll}) n)`;
}
