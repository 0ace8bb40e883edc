import { type SQL, sql } from "drizzle-orm";
import { bandSet, indicator, indicatorDefinition } from "#db/schema/indicators";
import { label, scorecardLabelSet } from "#db/schema/scorecards";
import type { Direction } from "#db/vocabulary";
import type { Grading } from "#lib/history/entry";
import { holdingIn } from "#lib/indicators/holding";
import { type BandRow, bandsFromRows } from "#lib/rules/bands";
import { earnedGrade } from "#lib/rules/grade";
import { type Level, labelsFromRows, levelOf } from "#lib/rules/labels";
import { jsonObjects } from "#lib/scorecards/json-rows";
import { labelColumns } from "#lib/scorecards/label-columns";

export type GradingRow = {
  direction: Direction | null;
  precision: number | null;
  bands: BandRow[];
  labels: Level[];
};

const [month, moment] = [sql`m.month`, sql`m.at`];

/** How the figures of the cell that the entry `m` is about were graded when it was made, by what held in its month. */
export const gradingThen: SQL = sql`(
  select json_build_object('direction', ${indicatorDefinition.direction}, 'precision', ${indicatorDefinition.precision},
    'bands', (select coalesce(json_agg(json_build_object('rank', b.rank, 'asTyped', b.as_typed, 'edge', b.edge::text, 'farEdge', b.far_edge::text, 'strict', b.strict)), '[]')
      from band b where b.band_set_id = ${bandSet.id}),
    'labels', ${jsonObjects(labelColumns, sql`from ${label} where ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`)})
  from ${indicator}
  left join ${holdingIn("definition", indicator.id, month, moment)} on true
  left join ${holdingIn("band_set", indicator.id, month, moment)} on true
  left join ${holdingIn("label_set", indicator.scorecardId, month, moment)} on true
  where ${indicator.id} = m.indicator and m.month is not null and m.table_name in ('actual', 'restatement', 'comment_decision', 'lapse', 'band'))`;

export function gradingFrom({ direction, precision, bands: rows, labels: words }: GradingRow): Grading {
  const bands = direction ? bandsFromRows(direction, rows) : null;
  const labels = words.length > 0 ? labelsFromRows(words) : null;
  return {
    precision: precision ?? 0,
    labels,
    levelOf: (figure) => labels && levelOf(labels, earnedGrade(figure, bands, labels)),
  };
}
