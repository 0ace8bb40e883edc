import { join } from "node:path";
import { parseArgs } from "node:util";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { resetByCommand } from "#lib/people/second-factor/reset-second-factor";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";
import { findOrganisation } from "#scripts/find-organisation";

const usage = `npm run people:reset-factor -- EMAIL --reason REASON

Takes the second factor of a person away, who then signs in by their password alone, and is told. For who has nobody to ask:
an officer resets those of others on the person's page.
  --reason REASON   it stands in the history`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { reason: { type: "string" } } });
    const [email] = positionals;
    const reason = values.reason?.trim();
    if (!email || positionals.length > 1 || !reason) return stop(usage);
    return { email, reason };
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}

const { email, reason } = readArguments();
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const { owner } = await orSayWhy(commandDatabase(settings));

try {
  const found = await findOrganisation(owner, process.env.CANDOUR_ORGANISATION);
  if (found && "message" in found) stop(found.message);
  if (!found) stop("There is no organisation yet, and so nobody.");
  // The mail that tells them names the address.
  process.env.NEXTAUTH_URL = settings.publicUrl;
  const command = operator(owner, reason, found.id);
  const name = await perform(command, "second_factor.reset", (tx) => resetByCommand(tx, command, email));
  console.log(`The second factor of ${name} (${email}) is reset. Their password alone signs them in.`);
} catch (error) {
  if (error instanceof Refusal) stop(error.message);
  throw error;
}
