import { untoldRows } from "#db/untold-rows";
import { type Ask, firstOf } from "#lib/audit/verify/ask";
import { nameLeaf } from "#lib/audit/verify/name-leaf";

// What a row was before is what its entry before said that it became; a column that came later is not looked at.
const broken = `select e.position from (
    select e.position, e.before, e.row_version, lag(e.after) over w as became, lag(e.row_version) over w as version_before
    from audit.entry e where e.operation in ('created', 'changed') window w as (partition by e.table_name, e.key order by e.position)) e
  where e.became is not null and (
    e.row_version <> e.version_before + 1
    or e.before <> e.became and exists (select from jsonb_each(e.before) b join jsonb_each(e.became) a on a.key = b.key where a.value <> b.value))
  order by e.position limit 100`;

/** The fold of the trail against the live tables, and each entry against the one before it about the same row. */
export async function checkRows(ask: Ask): Promise<string[]> {
  const untold = await untoldRows({ asOwner: (text, values) => ask(text, values) });
  const rows = untold.map(
    (row) => `The row ${row} is not what its newest entry says it became, or is gone: it was written past the trail.`,
  );
  const links = await ask<{ position: string }>(broken);
  const entries = await Promise.all(
    links.slice(0, 21).map(async ({ position }) => {
      const name = await nameLeaf(ask, { position, action: null });
      return `${name} was of another row than the entry before it left: something was written past the trail in between.`;
    }),
  );
  return [...firstOf(rows, "rows"), ...firstOf(entries, "entries")];
}
