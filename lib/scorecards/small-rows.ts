import { type SQL, sql } from "drizzle-orm";
import { everHidesSmall } from "#db/hides-small";
import { actual } from "#db/schema/actuals";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { restatement } from "#db/schema/restatements";
import { scorecard } from "#db/schema/scorecards";
import type { Coverage } from "#db/vocabulary";
import type { Month } from "#lib/rules/month";
import type { Told } from "#lib/rules/small/coverage-told";
import { ofOwn, visible } from "#lib/scorecards/held-rows";
import { jsonRows } from "#lib/scorecards/json-rows";

/** A figure with since when it stands, and what it had been before it was restated, the oldest first. */
export type StandingFigure = {
  month: Month;
  value: string;
  numerator: string | null;
  denominator: string | null;
  closedAt: string | null;
  restated: { at: string; before: string | null }[] | null;
};

/** In which months small numbers are hidden as things are, and what a figure covers then, whatever moment is looked at. */
type Hides = { firstMonth: Month; lastMonth: Month; covers: Coverage };

const hidesNow = sql<Hides[]>`(select coalesce(json_agg(json_build_object(
    'firstMonth', to_char(h.first_month, 'YYYY-MM'), 'lastMonth', to_char(h.last_month, 'YYYY-MM'), 'covers', h.covers)), '[]')
  from holding.hides_small(${indicator.id}) h)`;

/** What its definition says from month to month of what a figure covers, as things are, the oldest first. */
const toldNow = sql<
  Told[]
>`(select coalesce(json_agg(json_build_object('from', to_char(d.from_month, 'YYYY-MM'), 'covers', d.covers,
    'beginsAnew', d.break_in_series or d.rebased_because is not null) order by d.from_month), '[]')
  from public.indicator_definition d where d.indicator_id = ${indicator.id} and d.withdrawn_at is null)`;

const restated = sql`(select json_agg(json_build_object('at', ${restatement.restatedAt}, 'before', ${restatement.figureBefore}::text)
    order by ${restatement.restatedAt}, ${restatement.id})
  from ${restatement} where ${restatement.indicatorId} = ${actual.indicatorId} and ${restatement.month} = ${actual.month})`;

/** Of a statement's `ownIndicators`, those whose small numbers are hidden in some month, with every figure that a person sees. */
export const smallRows = (inScope: SQL | null) =>
  jsonRows(
    {
      indicatorId: indicator.id,
      hidesNow,
      toldNow,
      figures: sql<StandingFigure[]>`(select coalesce(json_agg(json_build_object(
          'month', to_char(${actual.month}, 'YYYY-MM'), 'value', ${actual.value}::text, 'numerator', ${actual.numerator}::text,
          'denominator', ${actual.denominator}::text, 'closedAt', ${scorecardMonth.closedAt}, 'restated', ${restated})), '[]')
        from ${actual} left join ${scorecardMonth} on ${scorecardMonth.scorecardId} = ${scorecard.id}
          and ${scorecardMonth.month} = ${actual.month}
        where ${actual.indicatorId} = ${indicator.id} and ${actual.value} is not null ${visible(inScope, actual.month)})`,
    },
    sql`from ${indicator} ${ofOwn(indicator.id)} and ${everHidesSmall(indicator.id)}`,
  );
