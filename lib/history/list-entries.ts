import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { EntryGroup } from "#lib/history/entry";
import { type Found, findIn, inOrder, nextOf } from "#lib/history/found";
import { groupHeadline, tellingFirst, type Wrote } from "#lib/history/group-headline";
import type { HistoryFilters, HistoryTurn } from "#lib/history/inputs";
import { readTrailRow, type TrailRow, trailColumns, trailJoins } from "#lib/history/trail-rows";
import { countedTo } from "#lib/rules/whole-number";

export type EntryPage = { groups: EntryGroup[]; newer: number | null; older: number | null };

type GroupRow = TrailRow & Wrote & { leader: string; oldest: string };

/**
 * A page of the history, newest first: one line an action, or one an entry where an action is asked for. Only what the
 * person may read. Throws `Refusal` WRONG_ROLE.
 */
export async function listEntries(
  actor: PersonActor,
  filters: HistoryFilters = {},
  turn: HistoryTurn = null,
  size = 50,
): Promise<EntryPage> {
  const found = findIn(actor, filters);
  const isApart = filters.action !== undefined;
  const leaders = isApart ? eachEntry(found, turn, size + 1) : eachAction(found, turn, size + 1);
  const together = isApart ? sql`m.position = l.position` : sql`m.action = l.action and ${found.rows("m")}`;

  const { rows } = await database().execute<GroupRow>(sql`
    with recursive ${leaders}
    select l.position::text as leader, own.oldest::text, own.total, own.lapsed, own.held, own.indicators, ${trailColumns}
    from leader l
    cross join lateral (
      select (array_agg(m.position order by ${tellingFirst("m")}, m.position desc))[1] as told, min(m.position) as oldest, count(*)::int as total,
        count(*) filter (where m.table_name = 'lapse' and m.operation = 'created')::int as lapsed,
        count(*) filter (where m.table_name = 'lapse' and m.operation = 'changed')::int as held,
        case when count(*) = count(m.indicator) then count(distinct m.indicator) else 0 end::int as indicators
      from (select * from audit.entry m where ${together} order by m.position desc limit ${sql.raw(String(countedTo + 1))}) m) own
    join audit.entry m on m.position = own.told
    ${trailJoins}
    order by l.position desc`);

  const groups = rows.map((row): EntryGroup => {
    const { leader, oldest, total, indicators, lapsed, held, ...own } = row;
    const { entry, facts } = readTrailRow(actor, own);
    const headline = groupHeadline(entry, facts, { total, indicators, lapsed, held });
    return { position: Number(leader), oldest: Number(oldest), total, entry, headline };
  });
  return paged(groups, turn, size);
}

const isTowardsNewer = (turn: HistoryTurn) => turn !== null && "after" in turn;
const orderOf = (turn: HistoryTurn) => (isTowardsNewer(turn) ? "asc" : "desc");
const beyond = (turn: HistoryTurn, position: SQL | number) =>
  sql`e.position ${sql.raw(isTowardsNewer(turn) ? ">" : "<")} ${position}`;

function start(turn: HistoryTurn): SQL {
  if (turn === null) return sql`true`;
  return beyond(turn, "after" in turn ? turn.after : turn.before);
}

const eachEntry = (found: Found, turn: HistoryTurn, limit: number): SQL =>
  sql`leader as ${nextOf(found, { where: start(turn), limit, order: orderOf(turn) })}`;

/**
 * An action stands where its newest entry of those found stands. A branch is walked from one entry to the next of another
 * action, so that one that wrote a hundred thousand is passed in one go; towards newer ones its newest is not passed over.
 */
function eachAction(found: Found, turn: HistoryTurn, limit: number): SQL {
  const order = orderOf(turn);
  const newest = sql`(select n.position from audit.entry n where n.action = e.action and ${found.rows("n")} order by n.position desc limit 1)`;
  const walks = found.branches.map((branch, index) => {
    const walk = sql.raw(`walk_${index}`);
    const next = (where: SQL) => sql`(
      select e.position, e.action, ${newest} as newest from ${inOrder(branch, { where, limit: 1, order })} e
      order by e.position ${sql.raw(order)} limit 1)`;
    const other = sql`${beyond(turn, sql`${walk}.position`)} and (e.action <> ${walk}.action or e.position = ${walk}.newest)`;
    return {
      steps: sql`${walk} as (
        select e.*, (e.position = e.newest)::int as leaders from ${next(start(turn))} e
        union all
        select e.*, ${walk}.leaders + (e.position = e.newest)::int from ${walk} cross join lateral ${next(other)} e
        where ${walk}.leaders < ${limit})`,
      leaders: sql`select position, action from ${walk} where position = newest`,
    };
  });
  const steps = sql.join(
    walks.map((walk) => walk.steps),
    sql`, `,
  );
  const leaders = sql.join(
    walks.map((walk) => walk.leaders),
    sql` union `,
  );
  return sql`${steps}, leader as (select * from (${leaders}) l order by position ${sql.raw(order)} limit ${limit})`;
}

// One group more than a page was asked for, to know whether there is a further page.
function paged(found: EntryGroup[], turn: HistoryTurn, size: number): EntryPage {
  const towardsNewer = isTowardsNewer(turn);
  const isMore = found.length > size;
  const groups = isMore ? (towardsNewer ? found.slice(1) : found.slice(0, size)) : found;
  const [first, last] = [groups.at(0)?.position ?? null, groups.at(-1)?.position ?? null];
  return {
    groups,
    newer: towardsNewer ? (isMore ? first : null) : turn ? first : null,
    older: towardsNewer || isMore ? last : null,
  };
}
