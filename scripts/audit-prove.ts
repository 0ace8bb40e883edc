import { join } from "node:path";
import { Client } from "pg";
import { proofText } from "#lib/audit/seal/proof-text";
import { proveEntry } from "#lib/audit/seal/prove-leaf";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";

const usage = `npm run audit:prove -- ENTRY

Prints an entry, by its number in the history, with the proof that it is in the tree of the newest head: RFC 6962, checked
by any program that knows it.`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const [typed = ""] = process.argv.slice(2);
const position = Number(typed.replaceAll(",", ""));
if (!Number.isSafeInteger(position) || position < 1) stop(usage);
const { owner } = await orSayWhy(commandDatabase(readSettings(join(import.meta.dirname, ".."), process.env)));
const client = new Client({ connectionString: owner });
await client.connect();
try {
  const found = await proveEntry(async (text, values) => (await client.query(text, values)).rows, position);
  if (!found) stop(`There is no entry ${typed}, or it is not sealed yet.`);
  const text = proofText(position, found);
  if (text === null) stop(`Entry ${typed} is not what was sealed. Run npm run audit:verify.`);
  process.stdout.write(text);
} finally {
  await client.end();
}
