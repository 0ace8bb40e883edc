import type { KnownKeys } from "#lib/audit/seal/known-keys";
import { cutOf, readHead } from "#lib/audit/seal/read-head";
import { type Ask, firstOf } from "#lib/audit/verify/ask";
import { isSame } from "#lib/proof/hash";
import { wholeNumber } from "#lib/rules/whole-number";

export type Head = { number: number; incarnation: number; cut: number; size: number; root: Buffer; takenAt: Date };

type Row = {
  number: string;
  incarnation: number;
  cut: string;
  size: string;
  root: Buffer;
  note: string;
  taken_at: Date;
};

/** Every head, and what is wrong with them by themselves: a signature, a number or what its note says. */
export async function readHeads(ask: Ask, keys: KnownKeys | null): Promise<{ heads: Head[]; wrong: string[] }> {
  const rows = await ask<Row>(
    `select h.number, h.incarnation, h.cut, h.size, h.root, h.note, coalesce(c.taken_at, h.sealed_at) as taken_at
     from audit.head h left join audit.cut c on c.number = h.cut order by h.number`,
  );
  const wrong: string[] = [];
  let before = { number: 0, size: 0, cut: 0, incarnation: 0 };
  const heads = rows.map((row): Head => {
    const head = {
      ...row,
      number: Number(row.number),
      cut: Number(row.cut),
      size: Number(row.size),
      takenAt: row.taken_at,
    };
    const said = keys && readHead(row.note, keys);
    const name = `Head ${wholeNumber(head.number)}, of ${wholeNumber(head.size)} leaves,`;
    if (keys && !said) wrong.push(`${name} is signed by no key that Candour has had.`);
    if (said && !says(said, head)) wrong.push(`${name} says something else than what was signed.`);
    if (head.number !== before.number + 1)
      wrong.push(`${name} follows head ${before.number}: what stood between is gone.`);
    if (head.size < before.size || head.cut <= before.cut || head.incarnation < before.incarnation) {
      wrong.push(`${name} is not of a later moment than the one before it.`);
    }
    before = head;
    return head;
  });
  return { heads, wrong: firstOf(wrong, "heads") };
}

const says = (said: NonNullable<ReturnType<typeof readHead>>, head: Head) =>
  said.size === head.size &&
  cutOf(said) === head.cut &&
  said.origin.endsWith(`/${head.incarnation}`) &&
  isSame(said.root, head.root);
