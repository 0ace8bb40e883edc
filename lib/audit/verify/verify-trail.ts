import type pg from "pg";
import { knownKeys } from "#lib/audit/seal/known-keys";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import type { Logins } from "#lib/audit/verify/as-made";
import { type Ask, askOn, inTurn } from "#lib/audit/verify/ask";
import { type Copy, checkCopies, type PutBack, sizesIn } from "#lib/audit/verify/check-copies";
import { checkLeaves } from "#lib/audit/verify/check-leaves";
import { checkMade } from "#lib/audit/verify/check-made";
import { checkRows } from "#lib/audit/verify/check-rows";
import { checkUnsealed } from "#lib/audit/verify/check-unsealed";
import { checkWords } from "#lib/audit/verify/check-words";
import { readHeads } from "#lib/audit/verify/read-heads";
import { wholeNumber } from "#lib/rules/whole-number";

export type Verified = {
  /** Leaves that were looked at. */
  size: number;
  /** The first first, each in words. None: the trail is what was sealed, and the tables are what it says. */
  wrong: string[];
  /** What else an auditor should know. */
  said: string[];
};

export type Asked = {
  /** The public key whose signatures count; those before it are told by the trail. */
  key: Buffer;
  /** Heads kept outside: those that were signed here, and the auditor's own, of which nothing may be missing. */
  own: Copy | null;
  against: readonly Copy[];
  logins: Logins;
  progress?: (what: string) => void;
};

/** Verifies the whole trail, as of one moment: nobody who writes meanwhile is waited for, or waits. */
export async function verifyTrail(client: pg.Client, asked: Asked): Promise<Verified> {
  await client.query("begin isolation level repeatable read read only; set local search_path = public");
  try {
    return await verifyAsOf(askOn(client), asked);
  } finally {
    await client.query("rollback");
  }
}

/** The same of what somebody asks within a transaction of their own. */
export async function verifyAsOf(
  askNow: Ask,
  { key, own, against, logins, progress = () => undefined }: Asked,
): Promise<Verified> {
  const ask = inTurn(askNow);
  const wrong: string[] = [];
  const said: string[] = [];
  progress("Heads and keys");
  const changes = await ask<{ note: string }>("select note from audit.key_change order by number");
  const keys = trusted(
    key,
    changes.map(({ note }) => note),
    wrong,
  );
  const read = await readHeads(ask, keys);
  const last = read.heads.at(-1);

  const copies = [...(own ? [own] : []), ...against];
  const leaves = await checkLeaves(ask, read.heads, sizesIn(copies), (done) =>
    progress(`Entries and actions against their leaves: ${wholeNumber(done)}`),
  );
  wrong.push(...leaves.wrong, ...read.wrong);
  const unsealed = await checkUnsealed(ask, last);
  wrong.push(...unsealed.wrong);
  said.push(...unsealed.said);

  const putBacks = await ask<PutBack & { begun_at: Date }>(
    `select i.number as incarnation, i.begun_at, coalesce((select max(h.size) from audit.head h where h.incarnation < i.number), 0)::int as sealed
     from audit.incarnation i where i.put_back_after is not null order by i.number`,
  );
  if (keys) {
    const ours = checkCopies(own ? [own] : [], keys, leaves.roots, putBacks);
    const theirs = checkCopies(against, keys, leaves.roots, putBacks);
    wrong.push(...ours.wrong, ...theirs.wrong, ...theirs.lost);
    said.push(...putBacks.map(({ incarnation, sealed }) => putBackWords(incarnation, sealed)));
  }
  progress("Rows against what the trail says they became");
  wrong.push(...(await checkRows(ask)));
  progress("Words");
  const words = await checkWords(ask);
  wrong.push(...words.wrong);
  said.push(...words.said);
  progress("Triggers, grants and functions");
  wrong.push(...(await checkMade(ask, logins)));
  if (!last) said.push("Nothing is sealed yet.");
  return { size: leaves.size, wrong, said };
}

function trusted(key: Buffer, changes: readonly string[], wrong: string[]) {
  try {
    return knownKeys(key, changes);
  } catch (error) {
    if (!(error instanceof SealRefused)) throw error;
    wrong.push(error.message);
    return null;
  }
}

const putBackWords = (incarnation: number, sealed: number) =>
  `Incarnation ${incarnation} began when an older backup was put back: what had been sealed after leaf ${wholeNumber(sealed)} is not in this trail.`;
