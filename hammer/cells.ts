import type { Month } from "#db/vocabulary";
import type { Query } from "#hammer/query";
import { paths } from "#lib/paths";
import { addMonths } from "#lib/rules/month";

/** A cell of the Assessment team of which nothing is said yet, in an open month. */
export type Cell = { indicator: string; ref: string; month: Month; slug: string; page: string };

const first: Month = "2016-01";
const atOnce = 24;

const indicators = `select i.id, i.ref, s.slug, s.id as scorecard, s.organisation_id as organisation from indicator i
  join scorecard s on s.id = i.scorecard_id join indicator_team it on it.indicator_id = i.id join team t on t.id = it.team_id
  join organisation o on o.id = s.organisation_id and o.slug = 'demonstration'
  where t.slug = 'assessment' order by s.slug, i.ref limit 4`;

/** Cells nobody has touched, one after the other; months are opened as they are needed. */
export function freshCells(query: Query) {
  let [next, opened] = [first, first];
  let rest: Cell[] = [];
  const found = query(indicators);

  async function openMonths(): Promise<void> {
    const [one] = await found;
    const last = addMonths(opened, atOnce);
    await query(
      `do $$ begin perform audit.begin_operator('npm run hammer', 'operator.change', '${String(one?.organisation)}');
       insert into scorecard_month (scorecard_id, month) select '${String(one?.scorecard)}', m::date
       from generate_series('${opened}-01'::timestamp, '${addMonths(last, -1)}-01'::timestamp, interval '1 month') m; end $$`,
    );
    opened = last;
  }

  async function monthOfCells(): Promise<Cell[]> {
    if (next === opened) await openMonths();
    const month = next;
    next = addMonths(month, 1);
    return (await found).map(({ id, ref, slug }) => ({
      indicator: String(id),
      ref: String(ref),
      slug: String(slug),
      month,
      page: paths.comment(String(slug), String(ref), month),
    }));
  }

  let turn: Promise<unknown> = Promise.resolve();
  /** One at a time, because a month is opened once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    cell: () =>
      inTurn(async () => {
        if (rest.length === 0) rest = await monthOfCells();
        return rest.pop()!;
      }),
    /** The only cell of its month that anybody uses: the month may be closed. */
    cellAlone: () => inTurn(async () => (await monthOfCells())[0]!),
  };
}
export type Cells = ReturnType<typeof freshCells>;
