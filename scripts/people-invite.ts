import { join } from "node:path";
import { parseArgs } from "node:util";
import { roles } from "#db/vocabulary";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import { invitePerson } from "#lib/people/invite-person";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";
import { findOrganisation } from "#scripts/find-organisation";

const usage = `npm run people:invite -- EMAIL --role ROLE [--team TEAM] [--name NAME] [--new-link]

Invites a person, and prints the link by which they set their password within seven days. A new link ends the one before.
  --role ROLE   ${roles.join(", ")}
  --team TEAM   for a team lead or a head of service; run it once for each team
  --name NAME   otherwise made from the e-mail address
  --new-link    for somebody who has lost their password`;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        role: { type: "string" },
        team: { type: "string" },
        name: { type: "string" },
        "new-link": { type: "boolean" },
      },
    });
    const [email] = positionals;
    if (!email || positionals.length > 1 || !values.role) return stop(usage);
    return { email, role: values.role, team: values.team, name: values.name, newLink: values["new-link"] };
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}

const isLocal = (url: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);

const invited = readArguments();
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const { owner } = await orSayWhy(commandDatabase(settings));

try {
  const found = await findOrganisation(owner, process.env.CANDOUR_ORGANISATION);
  if (found && "message" in found) stop(found.message);
  const command = operator(owner, "npm run people:invite", found?.id);
  const { name, token, replaces } = await perform(command, "person.invite", (tx) =>
    invitePerson(tx, invited, found?.id),
  );
  if (token) {
    console.log(`${name} (${invited.email}) sets a password here, once, within seven days:`);
    console.log(settings.publicUrl + paths.invitation(token));
    if (replaces) console.log("The link printed before this one does not work any more.");
    if (isLocal(settings.publicUrl)) {
      console.log(
        "It leads to this machine alone. For others, set CANDOUR_URL to the address that people type, and run this again.",
      );
    }
  } else {
    console.log(`${name} (${invited.email}) holds this role from now on, and signs in as before.`);
  }
} catch (error) {
  if (error instanceof Refusal) stop(error.message);
  throw error;
}
