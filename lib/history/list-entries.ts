import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { EntryGroup } from "#lib/history/entry";
import { groupHeadline, tellingTables } from "#lib/history/group-headline";
import { indicatorIdsOf } from "#lib/history/indicator-ids-of";
import type { HistoryFilters, HistoryTurn } from "#lib/history/inputs";
import { column, scopesOf } from "#lib/history/scope";
import { tellEntries } from "#lib/history/tell-entries";
import { readTrailRow, type TrailRow, trailColumns, trailJoins } from "#lib/history/trail-rows";
import { either, matching } from "#lib/history/where";

export type EntryPage = { groups: EntryGroup[]; newer: number | null; older: number | null };

/** As many entries of one action as a line discloses; the others stand on the action's own page. */
const disclosed = 12;

/**
 * A page of the history, newest first: one group an action, or one an entry where an action is asked for. Only what the
 * person may read. Throws `Refusal` WRONG_ROLE.
 */
export async function listEntries(
  actor: PersonActor,
  filters: HistoryFilters = {},
  turn: HistoryTurn = null,
  size = 50,
): Promise<EntryPage> {
  const scopes = scopesOf(actor);
  const matches = matching(actor, filters, await indicatorIdsOf(actor, filters.indicator));
  const visible = (entry: string) => sql`${either(scopes.map((scope) => scope(entry)))} and ${matches(entry)}`;
  const towardsNewer = turn !== null && "after" in turn;
  const order = sql.raw(towardsNewer ? "asc" : "desc");
  const isApart = filters.action !== undefined;

  // An action stands where its newest visible entry stands.
  const newestOfAction = isApart
    ? sql`true`
    : sql`not exists (select from audit.entry n where n.action = e.action and n.position > e.position and ${visible("n")})`;
  const branches = scopes.map(
    (scope) => sql`(select e.position, e.action from audit.entry e
      where ${scope("e")} and ${matches("e")} and ${turned(turn)} and ${newestOfAction}
      order by e.position ${order} limit ${size + 1})`,
  );
  const together = isApart ? sql`m.position = l.position` : sql`m.action = l.action and ${visible("m")}`;
  const telling = sql`coalesce(array_position(${sql.raw(`'{${tellingTables.join(",")}}'::text[]`)}, m.table_name), 99)`;

  const { rows } = await database().execute<TrailRow & { leader: string; oldest: string; total: number }>(sql`
    with leader as (
      select * from (${sql.join(branches, sql` union `)}) found order by position ${order} limit ${size + 1}
    )
    select l.position::text as leader, m.oldest::text, m.total, ${trailColumns(actor)}
    from leader l
    cross join lateral (
      select m.*, (count(*) over ())::int as total, min(m.position) over () as oldest, row_number() over (order by ${telling}, m.position desc) as place
      from audit.entry m where ${together} order by place limit ${disclosed}) m
    ${trailJoins}
    order by l.position desc, m.place`);

  const entries = await tellEntries(actor, rows.map(readTrailRow));
  const groups = [
    ...Map.groupBy(
      entries.map((entry, index) => ({ entry, row: rows[index]! })),
      ({ row }) => row.leader,
    ),
  ];
  return paged(
    groups.map(([leader, members]): EntryGroup => {
      const own = members.map(({ entry }) => entry);
      const { total, oldest } = members[0]!.row;
      return {
        position: Number(leader),
        oldest: Number(oldest),
        headline: groupHeadline(own, total),
        entries: own,
        total,
      };
    }),
    turn,
    size,
  );
}

function turned(turn: HistoryTurn): SQL {
  if (turn === null) return sql`true`;
  const position = column("e", "position");
  return "after" in turn ? sql`${position} > ${turn.after}` : sql`${position} < ${turn.before}`;
}

// One group more than a page was asked for, to know whether there is a further page.
function paged(found: EntryGroup[], turn: HistoryTurn, size: number): EntryPage {
  const towardsNewer = turn !== null && "after" in turn;
  const isMore = found.length > size;
  const groups = isMore ? (towardsNewer ? found.slice(1) : found.slice(0, size)) : found;
  const [first, last] = [groups.at(0)?.position ?? null, groups.at(-1)?.position ?? null];
  return {
    groups,
    newer: towardsNewer ? (isMore ? first : null) : turn ? first : null,
    older: towardsNewer || isMore ? last : null,
  };
}
