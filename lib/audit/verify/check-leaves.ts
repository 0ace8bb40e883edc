import { type Ask, firstOf, named } from "#lib/audit/verify/ask";
import { actionText, entryText } from "#lib/audit/verify/leaf-text";
import { nameLeaf } from "#lib/audit/verify/name-leaf";
import type { Head } from "#lib/audit/verify/read-heads";
import { isSame, leafHash } from "#lib/proof/hash";
import { emptyTree, grow, rootOf, type Tree } from "#lib/proof/tree";
import { momentSeconds } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

type Leaf = { number: string; hash: Buffer; position: string | null; action: string | null; body: string | null };

const batch = 5_000;

const leaves = `select l.number, l.hash, l.position, l.action,
    case when e.position is not null then ${entryText} when a.id is not null then ${actionText} end as body
  from audit.leaf l left join audit.entry e on e.position = l.position left join audit.action a on a.id = l.action
  where l.number >= $1 and l.number < $2 order by l.number`;

export type Checked = {
  /** The roots of the sizes that were asked for, as far as there are leaves. */
  roots: Map<number, Buffer>;
  size: number;
  wrong: string[];
};

/**
 * Every leaf against its entry or action, and every head's root against the leaves. Answers the roots of all sizes asked for.
 * What is wrong is named by its entry, or where only the root shows it by the heads between which it lies.
 */
export async function checkLeaves(
  ask: Ask,
  heads: readonly Head[],
  sizes: ReadonlySet<number>,
  progress: (done: number) => void,
): Promise<Checked> {
  const wanted = new Set([...sizes, ...heads.map(({ size }) => size)]);
  const roots = new Map<number, Buffer>(wanted.has(0) ? [[0, rootOf(emptyTree)]] : []);
  const [found] = await ask<{ end: number }>("select coalesce(max(number) + 1, 0)::int as end from audit.leaf");
  const end = found?.end ?? 0;
  const wrong: (() => Promise<string>)[] = [];
  let tree = emptyTree;
  let next = 0;
  let growing: Buffer[] = [];
  const growAll = () => {
    tree = grow(tree, growing);
    growing = [];
    if (wanted.has(tree.size)) roots.set(tree.size, rootOf(tree));
  };
  for (let first = 0; first < end; first += batch) {
    for (const row of await ask<Leaf>(leaves, [first, first + batch])) {
      const leaf = Number(row.number);
      const expected = next;
      if (leaf !== expected) wrong.push(() => areGone(expected, leaf, heads));
      if (row.body === null) wrong.push(() => isGone(ask, row, heads));
      else if (!isSame(leafHash(Buffer.from(row.body)), row.hash)) wrong.push(() => isAnother(ask, row, heads));
      next = leaf + 1;
      growing.push(row.hash);
      if (wanted.has(tree.size + growing.length)) growAll();
    }
    growAll();
    progress(Math.min(first + batch, end));
  }
  const said = await Promise.all(wrong.slice(0, named + 1).map((why) => why()));
  const more = wrong.slice(named + 1).map(() => "");
  return {
    roots,
    size: tree.size,
    wrong: [...firstOf([...said, ...more], "leaves"), ...(await checkRoots(ask, heads, roots, tree))],
  };
}

const sealedAt = (leaf: number, heads: readonly Head[]) => {
  const head = heads.find(({ size }) => size > leaf);
  return head ? `sealed on ${momentSeconds(head.takenAt)}` : "not signed yet";
};

const isGone = async (ask: Ask, row: Leaf, heads: readonly Head[]) =>
  `${await nameLeaf(ask, row)} is gone. It is leaf ${wholeNumber(Number(row.number))}, ${sealedAt(Number(row.number), heads)}.`;

const isAnother = async (ask: Ask, row: Leaf, heads: readonly Head[]) =>
  `${await nameLeaf(ask, row)} is not what it was when it was ${sealedAt(Number(row.number), heads)}.`;

const areGone = async (first: number, next: number, heads: readonly Head[]) =>
  next - first === 1
    ? `Leaf ${wholeNumber(first)}, ${sealedAt(first, heads)}, is gone.`
    : `Leaves ${wholeNumber(first)} to ${wholeNumber(next - 1)}, ${sealedAt(first, heads)}, are gone.`;

async function checkRoots(ask: Ask, heads: readonly Head[], roots: Map<number, Buffer>, tree: Tree): Promise<string[]> {
  let right = 0;
  for (const head of heads) {
    const root = roots.get(head.size);
    const name = `the head of ${wholeNumber(head.size)} leaves, ${momentSeconds(head.takenAt)}`;
    if (!root) return [`There are ${wholeNumber(tree.size)} leaves, but ${name}, was signed: the end was cut off.`];
    if (!isSame(root, head.root)) {
      const [first] = await ask<Leaf>("select position, action from audit.leaf where number = $1", [right]);
      const from = first ? ` The first of them is of: ${await nameLeaf(ask, first)}.` : "";
      return [
        `The leaves do not make ${name}. What was changed lies in leaves ${wholeNumber(right)} to ${wholeNumber(head.size - 1)}.${from}`,
      ];
    }
    right = head.size;
  }
  return [];
}
