import { behindTheDoors } from "#bench/behind-the-doors";
import { comments, figures } from "#bench/grown-cells";

/** Tables of which an indicator has rows, each after those that it refers to. */
const ofIndicator = [
  "indicator_definition",
  "indicator_team",
  "due_rule",
  "band_set",
  "band",
  "benchmark",
  "milestone",
];

/** Rows of a table once more for each copy of an indicator: the same in all but whose they are. */
const copyRows = (table: string, copies: number) =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(
     'id', md5(t.id || '/' || n), 'indicator_id', md5(t.indicator_id || '/' || n)
     ${table === "band" ? ", 'band_set_id', md5(t.band_set_id || '/' || n)" : ""}))).*
   from ${table} t join indicator i on i.id = t.indicator_id and i.id <> all (${copied}) cross join generate_series(1, ${copies}) n
   where exists (select from indicator c where c.id = md5(t.indicator_id || '/' || n)::uuid)`;
const copied = "array(select id from indicator where ref ~ '^[0-9]+[.][0-9]+-[0-9]+$')";

/** Lets the demonstration's scorecard grow to so many months and, by copies of its sixteen, to so many indicators. */
export function grow(
  ownerUrl: string,
  { months, indicators = 16 }: { months: number; indicators?: number },
): Promise<void> {
  const copies = Math.ceil(indicators / 16) - 1;
  return behindTheDoors(ownerUrl, [
    `insert into scorecard_month (scorecard_id, month) select s.id, m from scorecard s,
     generate_series(date '2014-02-01', date '2013-08-01' + make_interval(months => ${months}), interval '1 month') m`,
    `insert into indicator (id, scorecard_id, ref) select md5(id || '/' || n)::uuid, scorecard_id, ref || '-' || n
     from indicator, generate_series(1, ${copies}) n order by n, ref limit ${indicators - 16}`,
    ...ofIndicator.map((table) => copyRows(table, copies)),
    "analyze",
    ...figures,
    ...comments,
  ]);
}
