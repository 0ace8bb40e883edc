import { type Ask, firstOf } from "#lib/audit/verify/ask";
import { nameLeaf } from "#lib/audit/verify/name-leaf";
import type { Head } from "#lib/audit/verify/read-heads";
import { wholeNumber } from "#lib/rules/whole-number";

type Left = { position: string | null; action: string | null };

// What the last head's cut holds, as audit.unsealed says it, and no leaf is of.
const left = `with sealed as (
    select c.*, i.first_position, i.begun_at from audit.cut c join audit.incarnation i on i.number = c.incarnation where c.number = $1)
  (select e.position, null::uuid as action from audit.entry e, sealed s
    where (e.position < s.first_position or pg_visible_in_snapshot(e.xid, s.snapshot))
      and not exists (select from audit.leaf l where l.position = e.position) order by e.position limit 100)
  union all
  (select null, a.id from audit.action a, sealed s
    where (a.begun_at < s.begun_at or pg_visible_in_snapshot(a.xid, s.snapshot))
      and not exists (select from audit.leaf l where l.action = a.id) order by a.begun_at limit 100)`;

// No transaction writes an id that has not been given out, nor an entry before its action or under another name.
const misplaced = `select e.position, null::uuid as action from audit.entry e left join audit.action a on a.id = e.action
  where a.id is null or a.xid <> e.xid or a.verb <> e.verb or a.person is distinct from e.person
    or (e.position >= (select i.first_position from audit.incarnation i order by i.number desc limit 1)
      and e.xid >= pg_snapshot_xmax(pg_current_snapshot()) and e.xid is distinct from pg_current_xact_id_if_assigned())
  order by e.position limit 100`;

const waiting = `select count(*)::int as count, coalesce(extract(epoch from now() - min(e.at)) / 60, 0)::float as minutes
  from audit.entry e left join (audit.cut c join audit.incarnation i on i.number = c.incarnation) on c.number = $1
  where not exists (select from audit.leaf l where l.position = e.position)
    and (c.number is null or e.position >= i.first_position and not pg_visible_in_snapshot(e.xid, c.snapshot))`;

/** Entries and actions that stand in the trail, but were not sealed with their moment; and what is not sealed yet. */
export async function checkUnsealed(ask: Ask, last: Head | undefined): Promise<{ wrong: string[]; said: string[] }> {
  const put = last ? await ask<Left>(left, [last.cut]) : [];
  const wrong = await Promise.all(
    put
      .slice(0, 21)
      .map(async (one) => `${await nameLeaf(ask, one)} was not there when its moment was sealed: it was put in later.`),
  );
  const odd = await ask<Left>(misplaced);
  const strange = await Promise.all(
    odd.slice(0, 21).map(async (one) => `${await nameLeaf(ask, one)} does not agree with its action and transaction.`),
  );
  const [yet] = await ask<{ count: number; minutes: number }>(waiting, [last?.cut ?? 0]);
  const said =
    yet && yet.count > 0
      ? [`Not sealed yet, of the last ${Math.ceil(yet.minutes)} min: ${wholeNumber(yet.count)} of the entries.`]
      : [];
  return { wrong: [...firstOf(wrong, "of them"), ...firstOf(strange, "of them")], said };
}
