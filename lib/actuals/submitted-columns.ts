import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { returnSubmission } from "#db/schema/returns";
import { stillReopened } from "#lib/actuals/still-reopened";
import type { SubmittedReturn } from "#lib/rules/submitted-return";

type Place = { scorecard: SQLWrapper; month: SQLWrapper; team: SQLWrapper };

/** How the return of a team's month was last submitted, and reopened since; null where it never was. */
export const submittedReturn = ({ scorecard, month, team }: Place): SQL<SubmittedReturn | null> =>
  sql<SubmittedReturn | null>`(
    select json_build_object('submittedAt', s.submitted_at, 'submittedBy', by.name,
      'reopenedUntil', o.reopened_until, 'isReopened', ${stillReopened(sql`o.reopened_until`, { scorecard, month })})
    from ${returnSubmission} s join person by on by.id = s.submitted_by
    left join lateral (select o.reopened_until from reopening o
      where o.submission_id = s.id and o.reopened_at is not null order by o.reopened_at desc limit 1) o on true
    where s.scorecard_id = ${scorecard} and s.month = ${month} and s.team_id = ${team}
    order by s.submitted_at desc limit 1)`.mapWith(read);

type Row = Omit<SubmittedReturn, "submittedAt" | "reopenedUntil"> & {
  submittedAt: string;
  reopenedUntil: string | null;
};

const read = ({ submittedAt, reopenedUntil, ...row }: Row): SubmittedReturn => ({
  ...row,
  submittedAt: new Date(submittedAt),
  reopenedUntil: reopenedUntil === null ? null : new Date(reopenedUntil),
});
