import pg from "pg";
import { behindTheDoors } from "#bench/behind-the-doors";
import { lengthenTrail } from "#bench/lengthen-trail";
import { atMost, type Line } from "#bench/lines";
import { memoryOf } from "#bench/machine";
import type { Yard } from "#bench/yard";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { sealNext } from "#lib/audit/seal/seal-next";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { verifyTrail } from "#lib/audit/verify/verify-trail";
import { newSeed } from "#lib/proof/note-key";

const mostMsAnEntry = 0.12;

/** A long trail sealed at once, and verified whole as `npm run audit:verify` does, which has two minutes for a million entries. */
export async function measureVerify(yard: Yard): Promise<Line[]> {
  const entries = yard.options.trail;
  const { urls } = await yard.copy();
  await lengthenTrail(urls.owner, entries);
  // Written in a transaction of this server, so that a cut holds them.
  const written = (table: string) =>
    `update audit.${table} set xid = pg_current_xact_id() where xid::text::bigint >= 7000000`;
  await behindTheDoors(urls.owner, [written("action"), written("entry")]);
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  const seed = newSeed();
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const sealing = await timed(async () => {
    await takeCut(client);
    await client.query("begin");
    await sealNext(askOn(client), { seed: () => seed, host: "candour.test", headsFile: null });
    await client.query("commit");
  });
  let size = 0;
  const verifying = await timed(async () => {
    ({ size } = await verifyTrail(client, { key: publicKeyOf(seed), own: null, against: [], logins: null }));
  });
  await client.end();
  if (size < entries) throw new Error(`Only ${size} leaves were looked at.`);
  return [
    { what: `sealing ${entries} entries at once`, numbers: { ms: sealing } },
    {
      what: `verifying them`,
      numbers: { ms: verifying, MB: memoryOf(process.pid) },
      limits: [atMost("ms", mostMsAnEntry * entries)],
    },
  ];
}
