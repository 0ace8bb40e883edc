import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { bandSet, indicator, indicatorDefinition } from "#db/schema/indicators";
import { label, scorecardLabelSet } from "#db/schema/scorecards";
import type { Direction } from "#db/vocabulary";
import type { Grading, TrailEntry } from "#lib/history/entry";
import { holdingIn } from "#lib/indicators/holding";
import { type BandRow, bandsFromRows } from "#lib/rules/bands";
import { earnedGrade } from "#lib/rules/grade";
import { type Level, labelsFromRows, levelOf } from "#lib/rules/labels";
import { jsonRows } from "#lib/scorecards/json-rows";
import { labelColumns } from "#lib/scorecards/label-columns";

type GradingRow = {
  position: string;
  direction: Direction | null;
  precision: number | null;
  bands: BandRow[];
  labels: Level[];
};

const graded = new Set(["actual", "comment_decision", "band"]);

/** How the figures of the cells that entries are about were graded when each was made, by what held in its month. */
export async function getGradings(entries: readonly TrailEntry[]): Promise<(entry: TrailEntry) => Grading | null> {
  const cells = entries.filter(({ table, indicatorId, month }) => indicatorId && month && graded.has(table ?? ""));
  if (cells.length === 0) return () => null;
  const [month, moment] = [sql`c.month`, sql`c.at`];
  const { rows } = await database().execute<GradingRow>(sql`
    select c.position::text, ${indicatorDefinition.direction}, ${indicatorDefinition.precision},
      (select coalesce(json_agg(json_build_object('rank', b.rank, 'asTyped', b.as_typed, 'edge', b.edge::text, 'strict', b.strict)), '[]')
        from band b where b.band_set_id = ${bandSet.id}) as bands,
      ${jsonRows(labelColumns, sql`from ${label} where ${label.labelSetId} = ${scorecardLabelSet.labelSetId}`)} as labels
    from unnest(${sql.param(cells.map(({ position }) => position))}::bigint[], ${sql.param(cells.map(({ indicatorId }) => indicatorId))}::uuid[],
      ${sql.param(cells.map((cell) => `${cell.month}-01`))}::date[], ${sql.param(cells.map(({ at }) => at))}::timestamptz[])
      as c(position, indicator_id, month, at)
    join ${indicator} on ${indicator.id} = c.indicator_id
    left join ${holdingIn("definition", indicator.id, month, moment)} on true
    left join ${holdingIn("band_set", indicator.id, month, moment)} on true
    left join ${holdingIn("label_set", indicator.scorecardId, month, moment)} on true`);
  const gradings = new Map(rows.map((row) => [Number(row.position), gradingFrom(row)]));
  return ({ position }) => gradings.get(position) ?? null;
}

function gradingFrom({ direction, precision, bands: rows, labels: words }: GradingRow): Grading {
  const bands = direction ? bandsFromRows(direction, rows) : null;
  const labels = words.length > 0 ? labelsFromRows(words) : null;
  return {
    precision: precision ?? 0,
    labels,
    levelOf: (figure) => labels && levelOf(labels, earnedGrade(figure, bands, labels)),
  };
}
