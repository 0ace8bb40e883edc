import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { Direction } from "#db/vocabulary";
import type { Grading, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { type BandRow, bandsFromRows } from "#lib/rules/bands";
import { earnedGrade } from "#lib/rules/grade";
import { type Level, labelsFromRows, levelOf } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

type GradingRow = {
  indicator_id: string;
  month: Month;
  direction: Direction | null;
  precision: number | null;
  bands: BandRow[];
  labels: Level[];
};

const graded = new Set(["actual", "comment_decision", "band"]);

/** How the figures of the cells that entries are about are graded, by what holds in each month. */
export async function getGradings(entries: readonly TrailEntry[]): Promise<SentenceFacts["gradingOf"]> {
  const keyOf = (indicatorId: string, month: Month | null) => `${indicatorId} ${month ?? ""}`;
  const cells = new Map(
    entries.flatMap(({ table, indicatorId, month }) =>
      indicatorId && graded.has(table ?? "") ? [[keyOf(indicatorId, month), { indicatorId, month }] as const] : [],
    ),
  );
  if (cells.size === 0) return () => null;
  const ids = [...cells.values()].map(({ indicatorId }) => indicatorId);
  const months = [...cells.values()].map(({ month }) => (month ? `${month}-01` : "9999-12-01"));
  const { rows } = await database().execute<GradingRow>(sql`
    select i.id as indicator_id, case when c.month < '9999-12-01' then to_char(c.month, 'YYYY-MM') end as month,
      d.direction, d.precision,
      (select coalesce(json_agg(json_build_object('rank', b.rank, 'asTyped', b.as_typed, 'edge', b.edge::text, 'strict', b.strict)), '[]')
        from band b where b.band_set_id = (select s.id from band_set s
          where s.indicator_id = i.id and s.from_month <= c.month order by s.from_month desc limit 1)) as bands,
      (select coalesce(json_agg(json_build_object('rank', l.rank, 'word', l.word, 'short', l.short, 'shape', l.shape, 'tone', l.tone,
        'asksForComment', l.asks_for_comment)), '[]')
        from label l where l.label_set_id = (select s.label_set_id from scorecard_label_set s
          where s.scorecard_id = i.scorecard_id and s.from_month <= c.month order by s.from_month desc limit 1)) as labels
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(months)}::date[]) as c(indicator_id, month)
    join indicator i on i.id = c.indicator_id
    left join lateral (select d.direction, d.precision from indicator_definition d
      where d.indicator_id = i.id and d.from_month <= c.month order by d.from_month desc limit 1) d on true`);
  const gradings = new Map(rows.map((row) => [keyOf(row.indicator_id, row.month), gradingFrom(row)]));
  return (indicatorId, month) => (indicatorId ? (gradings.get(keyOf(indicatorId, month)) ?? null) : null);
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
