import { type SQL, sql } from "drizzle-orm";
import { benchmark, dueRule, indicator, milestone } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { earlierFigures, rebasedMonths } from "#lib/actuals/earlier-figures";
import type { CellRow } from "#lib/commentary/cell/cell-rows";
import { holdingIn, milestonesOf } from "#lib/indicators/holding";
import { bandsFromRows } from "#lib/rules/bands";
import type { Month } from "#lib/rules/month";
import { dueSeries } from "#lib/rules/said/due-series";
import type { TableFacts } from "#lib/rules/said/table-facts";
import type { EarlierFigure } from "#lib/rules/usual-limits";

/** What the table says of a cell besides its row: the rest of what words on it are read against. */
export type BesideCell = {
  figures: EarlierFigure[];
  rebased: Month[];
  every: number;
  milestone: string | null;
  others: string[];
};

const month = sql`${scorecardMonth.month}`;
const id = sql`${indicator.id}`;

/** To select where a cell's row is read. */
export const besideCell: SQL<BesideCell> = sql<BesideCell>`json_build_object(
  'figures', ${earlierFigures(id, { from: sql`(${month} + interval '1 month')::date` })},
  'rebased', to_json(${rebasedMonths(id)}),
  'every', coalesce((select ${dueRule.every} from ${holdingIn("due_rule", id, month)}), 1),
  'milestone', (select ${milestone.asTyped} from ${milestonesOf(id)} where ${milestone.month} = ${month} limit 1),
  'others', coalesce((select json_agg(typed) from (
    select ${milestone.asTyped} as typed from ${milestonesOf(id)}
    union all select ${benchmark.value}::text from ${holdingIn("benchmark", id, month)}) t), '[]'))`;

export const tableFacts = (
  row: CellRow,
  { figures, rebased, every, milestone: due, others }: BesideCell,
): TableFacts => ({
  month: row.month,
  measure: row.measure,
  unit: row.unit,
  direction: row.direction,
  bands: bandsFromRows(row.direction, row.bands),
  every,
  figures: dueSeries(figures, row.month, every),
  rebasedFrom: rebased,
  milestone: due,
  others: [...others, ...row.bands.map(({ asTyped }) => asTyped)],
});
