import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { actual } from "#db/schema/actuals";
import { edition, type PublishedOver } from "#db/schema/editions";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { person, team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { givenOn, isGiven } from "#lib/months/given-on";
import { submissionRows } from "#lib/returns/submission-rows";
import type { Day } from "#lib/rules/day";
import type { Month } from "#lib/rules/month";
import { jsonRows } from "#lib/scorecards/json-rows";

/** What somebody did to a month, from the trail, the newest first. */
export type MonthStep = {
  at: string;
  did: "opened" | "closed" | "reopened" | "dates";
  who: string | null;
  reason: string | null;
};

/** An edition of a month, as its officer looks at it. */
export type MonthEdition = {
  month: Month;
  number: number;
  cut: number;
  publishedAt: Date;
  publishedBy: string;
  blockers: PublishedOver[];
  reason: string | null;
};

const steps = sql<MonthStep[]>`(
  select coalesce(json_agg(json_build_object('at', s.at, 'did', s.did, 'who', s.who, 'reason', s.reason) order by s.position desc), '[]')
  from (
    select e.position, e.at, p.name as who, ${wordsOf(sql`a.reason`)} as reason,
      case when e.before is null then 'opened'
        when e.before ->> 'closed_at' is null and e.after ->> 'closed_at' is not null then 'closed'
        when e.before ->> 'closed_at' is not null and e.after ->> 'closed_at' is null then 'reopened'
        else 'dates' end as did
    from audit.entry e join audit.action a on a.id = e.action
    left join person p on p.id = e.person
    where e.table_name = 'scorecard_month' and e.key = ${scorecardMonth.id}::text and e.operation <> 'refused'
    order by e.position desc limit 30) s)`;

/** Whether a month came closed, with an import, and nobody here closed it since. */
const cameClosed = sql<boolean>`(${scorecardMonth.closedAt} is not null and not exists (
  select from audit.entry e where e.table_name = 'scorecard_month' and e.key = ${scorecardMonth.id}::text and e.verb = 'month.close'
    and e.operation = 'changed'))`;

/** A month as it was opened, with what was done to it and since when each of its figures is given; null where nobody opened it. */
export async function getMonthFacts(db: Database, actor: PersonActor, scorecardId: string, month: Month) {
  const [found] = await db
    .select({
      version: scorecardMonth.version,
      figuresDue: scorecardMonth.figuresDue,
      commentaryDue: scorecardMonth.commentaryDue,
      cameClosed,
      steps,
      editions: jsonRows(
        {
          month: edition.month,
          number: edition.number,
          cut: edition.cut,
          publishedAt: edition.publishedAt,
          publishedBy: person.name,
          blockers: edition.blockers,
          reason: wordsOf(edition.reason),
        },
        sql`from ${edition} join ${person} on ${person.id} = ${edition.publishedBy}
          where ${edition.scorecardId} = ${scorecardMonth.scorecardId} and ${edition.month} = ${scorecardMonth.month}`,
      ),
      submissions: submissionRows(sql`${scorecardMonth.scorecardId}`, {
        from: sql`${scorecardMonth.month}`,
        to: sql`${scorecardMonth.month}`,
      }),
      teams: jsonRows(
        { id: team.id, slug: team.slug },
        sql`from ${team} where ${team.organisationId} = ${scorecard.organisationId}`,
      ),
      given: jsonRows(
        { indicatorId: actual.indicatorId, on: givenOn(actor.organisation.timeZone) },
        sql`from ${actual} join ${indicator} on ${indicator.id} = ${actual.indicatorId}
          where ${indicator.scorecardId} = ${scorecardMonth.scorecardId} and ${actual.month} = ${scorecardMonth.month} and ${isGiven}`,
      ),
    })
    .from(scorecardMonth)
    .innerJoin(scorecard, eq(scorecard.id, scorecardMonth.scorecardId))
    .where(
      and(
        eq(scorecardMonth.scorecardId, scorecardId),
        eq(scorecardMonth.month, month),
        eq(scorecard.organisationId, actor.organisation.id),
      ),
    );
  if (!found) return null;
  const { given, editions, ...facts } = found;
  return {
    ...facts,
    editions: editions.toSorted((a, b) => a.number - b.number),
    givenOn: new Map(given.flatMap(({ indicatorId, on }) => (on ? [[indicatorId, on as Day]] : []))),
  };
}
