import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { findSealer } from "#lib/audit/seal/sealer";
import type { Copy } from "#lib/audit/verify/check-copies";
import { verifyTrail } from "#lib/audit/verify/verify-trail";
import { wholeNumber } from "#lib/rules/whole-number";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";
import { setUpSealing } from "#scripts/set-up-sealing";

const usage = `npm run audit:verify [-- --against FILE...]

Verifies the whole trail: every entry and action against what was sealed, every head and its signature, the tables against
the trail, and the triggers, grants and functions that hold it. Ends with 0 if nothing is wrong, else with 1.
  --against FILE   heads that were kept elsewhere: a copy of the file of heads, or an e-mail or export that has some`;

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function readCopies(): Copy[] {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { against: { type: "string", multiple: true } },
    });
    const files = values.against ? [...values.against, ...positionals] : [];
    if (positionals.length > 0 && !values.against) return stop(usage);
    const here = process.env.INIT_CWD ?? process.cwd();
    return files.map((name) => ({ name, text: readFileSync(resolve(here, name), "utf8") }));
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}

const against = readCopies();
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const { owner, app, signIn } = await orSayWhy(commandDatabase(settings));
setUpSealing(settings);
const { seed, headsFile } = findSealer()!;
const own = headsFile && existsSync(headsFile) ? { name: headsFile, text: readFileSync(headsFile, "utf8") } : null;
const loginOf = (url: string) => decodeURIComponent(new URL(url).username);

let shown = "";
const isScreen = process.stderr.isTTY;
function progress(what: string): void {
  const [kind = ""] = what.split(":");
  if (isScreen) process.stderr.write(`\r\x1b[K${what}`);
  else if (shown !== kind) console.error(`${kind} ...`);
  shown = kind;
}

const client = new Client({ connectionString: owner });
await client.connect();
try {
  const began = new Date();
  const { size, wrong, said } = await verifyTrail(client, {
    key: publicKeyOf(seed()),
    own,
    against,
    logins: app && signIn && loginOf(app) !== loginOf(owner) ? { app: loginOf(app), signIn: loginOf(signIn) } : null,
    progress,
  });
  if (isScreen) process.stderr.write("\r\x1b[K");
  await client.query("select audit.add_verification('verified', $1, $2, $3, $4)", [
    began,
    size,
    JSON.stringify(wrong),
    JSON.stringify(said),
  ]);
  for (const words of said) console.log(`Note: ${words}`);
  for (const words of wrong) console.log(`Wrong: ${words}`);
  const seconds = Math.round((Date.now() - began.getTime()) / 1000);
  const elsewhere = against.length === 1 ? ", and a file of heads" : `, and ${against.length} files of heads`;
  const checked = `${wholeNumber(size)} leaves${against.length > 0 ? `${elsewhere} kept elsewhere` : ""}, in ${seconds} seconds`;
  console.log(
    wrong.length === 0 ? `Nothing is wrong: ${checked}.` : `This trail is not what it was. Looked at: ${checked}.`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await client.end();
}
