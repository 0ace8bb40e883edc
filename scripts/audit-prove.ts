import { join } from "node:path";
import { Client } from "pg";
import { proveEntry } from "#lib/audit/seal/prove-leaf";
import { leafHash } from "#lib/proof/hash";
import { isIncluded } from "#lib/proof/inclusion";
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
  const { leaf, size, root, body, proof, note } = found;
  const hash = leafHash(Buffer.from(body));
  if (!isIncluded({ leaf, size, hash, proof, root }))
    stop(`Entry ${typed} is not what was sealed. Run npm run audit:verify.`);
  console.log(
    [
      `Entry ${position} is leaf ${leaf} of ${size}.\n`,
      `What is hashed, after one byte 0, by SHA-256:\n${body}\n`,
      `Its hash:\n${hash.toString("base64")}\n`,
      `The hashes beside it, nearest first:\n${proof.map((beside) => beside.toString("base64")).join("\n")}\n`,
      `The head:\n${note}`,
    ].join("\n"),
  );
} finally {
  await client.end();
}
