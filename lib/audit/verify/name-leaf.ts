import type { Ask } from "#lib/audit/verify/ask";
import { momentSeconds } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

type Leaf = { position: string | null; action: string | null };

/** An entry or an action in words, by what still stands there of it: no name, because every organisation's auditor reads it. */
export async function nameLeaf(ask: Ask, { position, action }: Leaf): Promise<string> {
  const [found] = await ask<{ verb: string; ref: string | null; month: string | null; at: Date }>(
    `select coalesce(e.verb, a.verb) as verb, i.ref, to_char(e.month, 'YYYY-MM') as month, coalesce(e.at, a.begun_at) as at
     from (select $1::bigint as position, $2::uuid as action) asked
     left join audit.entry e on e.position = asked.position
     left join audit.action a on a.id = coalesce(asked.action, e.action)
     left join public.indicator i on i.id = e.indicator
     where coalesce(e.verb, a.verb) is not null`,
    [position, action],
  );
  const what = position === null ? "The action" : `Entry ${wholeNumber(Number(position))}`;
  if (!found) return position === null ? `${what} ${action}` : what;
  const of = [found.verb, found.ref && `of ${found.ref}`, found.month && `in ${found.month}`].filter(Boolean).join(" ");
  return `${what} (${of}, ${momentSeconds(found.at)})`;
}
