import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { changeNote, knownKeys, publicKeyOf, sizeAndRoot } from "#lib/audit/seal/known-keys";
import { findSealer } from "#lib/audit/seal/sealer";
import { newSeed } from "#lib/proof/note-key";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";
import { setUpSealing } from "#scripts/set-up-sealing";

const usage = `npm run audit:rotate-key [-- --old-key-is-lost]

Makes the key that seals the trail from now on. Both keys sign the change, so that whoever trusts the new one is told of the
old, whose heads go on counting.
  --old-key-is-lost   the present key is another than the one that sealed so far, which nobody has any more: go on with it`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readLost(): boolean {
  try {
    return parseArgs({ options: { "old-key-is-lost": { type: "boolean" } } }).values["old-key-is-lost"] ?? false;
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}

const isLost = readLost();
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const { owner } = await orSayWhy(commandDatabase(settings));
const given = process.env.CANDOUR_SEAL_KEY;
setUpSealing(settings);
const { seed } = findSealer()!;
const file = process.env.CANDOUR_SEAL_KEY_FILE;

const client = new Client({ connectionString: owner });
await client.connect();
try {
  const present = seed();
  const next = isLost ? present : newSeed();
  // Nobody seals meanwhile, and a head that is being signed is waited for.
  await client.query(
    "begin; lock table audit.head in share row exclusive mode; lock table audit.key_change in share row exclusive mode",
  );
  const { rows: changes } = await client.query<{ note: string }>("select note from audit.key_change order by number");
  if (!isLost)
    knownKeys(
      publicKeyOf(present),
      changes.map(({ note }) => note),
    );
  const { rows: heads } = await client.query<{ size: string; root: Buffer }>(
    "select size, root from audit.head order by number desc limit 1",
  );
  const head = heads[0] ? sizeAndRoot({ size: Number(heads[0].size), root: heads[0].root }) : "0";
  const note = changeNote(isLost ? null : present, next, head);
  await client.query(
    "insert into audit.key_change (number, note) select coalesce(max(number), 0) + 1, $1 from audit.key_change",
    [note],
  );
  // Kept before it is said, and in its place once it is: a power cut in between leaves both files.
  if (!isLost && !given) writeFileSync(`${file!}.next`, next.toString("hex"), { mode: 0o600 });
  await client.query("commit");
  if (!isLost && !given) renameSync(`${file!}.next`, file!);
  console.log(`From now on heads are signed by the key ${publicKeyOf(next).toString("base64")}.`);
  if (!isLost && given) {
    console.log(
      `Give it to every process, in place of the one before, and start them again:\nCANDOUR_SEAL_KEY=${next.toString("hex")}`,
    );
  }
} catch (error) {
  stop(`The key was not changed: ${(error as Error).message}`);
} finally {
  await client.end();
}
