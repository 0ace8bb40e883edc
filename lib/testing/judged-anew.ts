import type { TestDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import type { World } from "#lib/testing/world";

type Ref = keyof World["indicators"];

/** By a command, what changes how figures are judged. */
export const judgedAnew = (world: () => World, test: TestDatabase) => {
  const operate = (...statements: string[]) =>
    test.asOwner(
      `do $$ declare made uuid; begin perform audit.begin_operator('a test'); ${statements.join("; ")}; end $$`,
    );
  const idOf = (ref: Ref) => world().indicators[ref];
  const withdrawn = "withdrawn_at = now(), withdrawn_reason = 'Set for another.'";
  return {
    operate,
    /** Bands from a month on, each edge moved by so much. */
    setBands: (ref: Ref, from: Month, by: number) =>
      operate(
        `insert into band_set (indicator_id, from_month) values ('${idOf(ref)}', '${from}-01') returning id into made`,
        `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
         select made, b.indicator_id, '${from}-01', b.rank, b.as_typed, b.edge + ${by}, b.strict from band b
         where b.indicator_id = '${idOf(ref)}' and b.from_month = '2013-09-01'`,
      ),
    withdrawBands: (ref: Ref, from: Month) =>
      operate(
        `update band_set set ${withdrawn} where indicator_id = '${idOf(ref)}' and from_month = '${from}-01' and withdrawn_at is null`,
      ),
    endBands: (ref: Ref, last: Month) =>
      operate(
        `update band_set set to_month = '${last}-01', ended_at = now()
         where indicator_id = '${idOf(ref)}' and from_month = '2013-09-01' and ended_at is null`,
      ),
    setDirection: (ref: Ref, from: Month, direction: "higher" | "lower") =>
      operate(
        `insert into indicator_definition (indicator_id, from_month, direction, section_id, position, measure, unit, precision)
         select indicator_id, '${from}-01', '${direction}', section_id, position, measure, unit, precision
         from indicator_definition where indicator_id = '${idOf(ref)}' and from_month = '2013-09-01'`,
      ),
    withdrawDirection: (ref: Ref, from: Month) =>
      operate(
        `update indicator_definition set ${withdrawn} where indicator_id = '${idOf(ref)}' and from_month = '${from}-01' and withdrawn_at is null`,
      ),
    setLevels: (from: Month, levels: number) =>
      operate(
        `insert into label_set (organisation_id, name) values ('${world().organisationId}', 'Words ' || gen_random_uuid()) returning id into made`,
        `insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
         select made, n, 'Level ' || n, n, 'shield', 'plum', false from generate_series(1, ${levels}) n`,
        `insert into scorecard_label_set (scorecard_id, from_month, label_set_id) values ('${world().scorecard.id}', '${from}-01', made)`,
      ),
    withdrawLevels: (from: Month) =>
      operate(
        `update scorecard_label_set set ${withdrawn}
         where scorecard_id = '${world().scorecard.id}' and from_month = '${from}-01' and withdrawn_at is null`,
      ),
  };
};
