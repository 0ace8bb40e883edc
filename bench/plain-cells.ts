import { query } from "#bench/query";

/** A figure that is recorded and recorded again: whose it is, and the version that its writer saw. */
export type PlainCell = { indicator: string; ref: string; month: string; seen: number };

/** The figure of a cell's next turn: another each time, and like those around it. */
export const figureOfTurn = (turn: number): number => 50 + (turn % 9);

/**
 * Percentages of the Assessment team from a month on, about whose change nobody is asked anything: unexplained, of a figure
 * before that is no tenth of `figureOfTurn`, and none of them one of those already; the demonstration's own before copies of them.
 */
export async function plainCells(ownerUrl: string, since: string, count: number): Promise<PlainCell[]> {
  const cells = await query<PlainCell>(
    ownerUrl,
    `select i.id as indicator, i.ref, to_char(a.month, 'YYYY-MM') as month, a.version as seen
     from actual a join indicator i on i.id = a.indicator_id join indicator_definition d on d.indicator_id = i.id
     join indicator_team it on it.indicator_id = i.id join team t on t.id = it.team_id
     join actual before on before.indicator_id = i.id and before.month = a.month - interval '1 month' and before.value > 6
     where t.slug = 'assessment' and d.unit = 'percent' and a.month >= '${since}-01' and a.value not between 50 and 58
       and not exists (select from comment c where (c.indicator_id, c.month) = (a.indicator_id, a.month))
     order by a.month, length(i.ref), i.ref limit ${count}`,
  );
  if (cells.length < count) throw new Error(`There are only ${cells.length} figures of which nobody is asked.`);
  return cells;
}
