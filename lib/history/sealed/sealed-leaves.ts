import { sql } from "drizzle-orm";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findIn, nextOf } from "#lib/history/found";
import type { HistoryFilters } from "#lib/history/inputs";
import type { Seal } from "#lib/history/sealed/find-seal";
import {
  actionColumns,
  entryColumns,
  entryLeaf,
  mayTellAction,
  type SealedLeaf,
  type SealedRow,
} from "#lib/history/sealed/sealed-line";

const most = 200;
/** So many leaves are looked at in one go. */
const window = 500;
/** Actions already told are remembered this far back: one writes its entries within one transaction. */
const remembered = 50_000;

type ActionRow = Pick<SealedRow, "leaf" | "action" | "body" | "words" | "redacted">;
const actionLeaf = ({ leaf, body, words, redacted }: ActionRow): SealedLeaf => ({
  of: "action",
  leaf,
  body,
  words: words ?? {},
  redacted: redacted ?? {},
});

/** The leaves of what a filter finds of those the person may read, oldest first, each action before the first of its entries. */
export async function* filteredLeaves(
  actor: PersonActor,
  filters: HistoryFilters,
  seal: Seal,
): AsyncGenerator<SealedLeaf[]> {
  const found = findIn(actor, filters, { isWhole: true });
  const told = new Set<string>();
  for (let next = 0; ; ) {
    const where = sql`e.position > ${next} and e.position <= ${seal.newest}`;
    const positions = nextOf(found, { where, limit: most, order: "asc" });
    const { rows } = await database().execute<SealedRow & { leaf: number | null }>(sql`
      select ${entryColumns} from ${positions} next join audit.entry m on m.position = next.position
      left join audit.leaf l on l.position = m.position and l.number < ${seal.size} order by m.position`);
    const sealed = rows.filter(({ leaf }) => leaf !== null);
    const actions = await actionsOf(
      actor,
      [...new Set(sealed.map(({ action }) => action))].filter((id) => !told.has(id)),
    );
    const leaves = sealed.flatMap((row) => {
      const action = told.has(row.action) ? undefined : actions.get(row.action);
      told.add(row.action);
      return action ? [actionLeaf(action), entryLeaf(actor, row)] : [entryLeaf(actor, row)];
    });
    if (leaves.length > 0) yield leaves;
    if (rows.length < most) return;
    while (told.size > remembered) told.delete(told.values().next().value!);
    next = Number(rows.at(-1)!.position);
  }
}

async function actionsOf(actor: PersonActor, ids: readonly string[]): Promise<Map<string, ActionRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database().execute<ActionRow>(sql`
    select ${actionColumns} from audit.action a join audit.leaf l on l.action = a.id
    where a.id = any(${sql.param(ids)}::uuid[]) and ${mayTellAction(actor)}`);
  return new Map(rows.map((row) => [row.action, row]));
}

/**
 * Every leaf from one on, of those that are the organisation's, in the order of the tree: for whoever reads all of it. Where
 * the tree is of one organisation alone, also what belongs to none, so that nothing at all is left out.
 */
export async function* allLeaves(actor: PersonActor, from: number, seal: Seal): AsyncGenerator<SealedLeaf[]> {
  const isOurs = (of: string) =>
    sql`(${sql.raw(of)}.organisation = ${actor.organisation.id} or ${sql.raw(of)}.organisation is null and ${seal.isAlone})`;
  for (let first = from; first < seal.size; first += window) {
    const within = sql`l.number >= ${first} and l.number < ${Math.min(first + window, seal.size)}`;
    const [entries, actions] = await Promise.all([
      database().execute<SealedRow>(
        sql`select ${entryColumns} from audit.leaf l join audit.entry m on m.position = l.position where ${within} and ${isOurs("m")}`,
      ),
      database().execute<ActionRow>(
        sql`select ${actionColumns} from audit.leaf l join audit.action a on a.id = l.action where ${within} and ${isOurs("a")}`,
      ),
    ]);
    const leaves = [...entries.rows.map((row) => entryLeaf(actor, row)), ...actions.rows.map(actionLeaf)];
    if (leaves.length > 0) yield leaves.toSorted((a, b) => a.leaf - b.leaf);
  }
}
