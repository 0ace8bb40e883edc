import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { person } from "#db/schema/people";
import { reopening, returnSubmission } from "#db/schema/returns";
import { wordsOf } from "#db/words";
import { stillReopened } from "#lib/actuals/still-reopened";
import { waitsToBeReopened } from "#lib/returns/waits-to-be-reopened";
import { jsonRows } from "#lib/scorecards/json-rows";

const granted = alias(reopening, "granted");
const asked = alias(reopening, "asked");
const opener = alias(person, "opener");
const asker = alias(person, "asker");
const refused = alias(reopening, "refused");
const refuser = alias(person, "refuser");

/** Of a scorecard, by team and month: how its returns were last submitted, until when they were reopened since, whether that is asked for, and who last refused it. */
export const submissionRows = (scorecard: SQL, { teams, from, to }: { teams?: SQL; from: SQL; to: SQL }) =>
  jsonRows(
    {
      id: returnSubmission.id,
      teamId: returnSubmission.teamId,
      month: returnSubmission.month,
      submittedAt: returnSubmission.submittedAt,
      submittedBy: person.name,
      reopenedUntil: granted.reopenedUntil,
      reopenedBy: sql<string | null>`${opener.name}`,
      isReopened: stillReopened(granted.reopenedUntil, { scorecard, month: returnSubmission.month }),
      askedAt: asked.askedAt,
      askedBy: sql<string | null>`${asker.name}`,
      askedReason: wordsOf(asked.askedReason),
      refusedAt: refused.refusedAt,
      refusedBy: sql<string | null>`${refuser.name}`,
      refusedReason: wordsOf(refused.refusedReason),
    },
    sql`from (select distinct on (s.team_id, s.month) s.* from ${returnSubmission} s
        where s.scorecard_id = ${scorecard} and s.month between ${from} and ${to} ${teams ? sql`and s.team_id = ${teams}` : sql``}
        order by s.team_id, s.month, s.submitted_at desc) as ${returnSubmission}
      join ${person} on ${person.id} = ${returnSubmission.submittedBy}
      left join lateral (select o.* from reopening o where o.submission_id = ${returnSubmission.id} and o.reopened_at is not null
        order by o.reopened_at desc limit 1) as granted on true
      left join person opener on ${opener.id} = ${granted.reopenedBy}
      left join lateral (select o.* from reopening o where o.submission_id = ${returnSubmission.id} and ${waitsToBeReopened(sql`o`)}
        order by o.asked_at desc limit 1) as asked on true
      left join person asker on ${asker.id} = ${asked.askedBy}
      left join lateral (select o.* from reopening o where o.submission_id = ${returnSubmission.id} and o.refused_at is not null
        order by o.refused_at desc limit 1) as refused on true
      left join person refuser on ${refuser.id} = ${refused.refusedBy}`,
  );

export type Submission = ReturnType<typeof submissionRows> extends SQL<(infer Row)[]> ? Row : never;
