import { join } from "node:path";
import { parseArgs } from "node:util";
import { embeddedUrls } from "#db/embedded";
import { roles } from "#db/vocabulary";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import { invitePerson } from "#lib/people/invite-person";
import { readSettings } from "#scripts/environment";
import { findOrganisation } from "#scripts/find-organisation";

const usage = `npm run people:invite -- EMAIL --role ROLE [--team TEAM] [--name NAME] [--new-link]

Invites a person, and prints the link by which they set their password within seven days.
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

const invited = readArguments();
const settings = readSettings(join(import.meta.dirname, ".."), process.env);
const owner = settings.database?.owner ?? embeddedUrls(settings.dataFolder)?.owner;
if (!owner) stop("The embedded database is not running. Start it with: npm start");

try {
  const found = await findOrganisation(owner, process.env.CANDOUR_ORGANISATION);
  if (found && "message" in found) stop(found.message);
  const command = operator(owner, "npm run people:invite", found?.id);
  const { name, token } = await perform(command, "person.invite", (tx) => invitePerson(tx, invited, found?.id));
  if (token) {
    console.log(`${name} (${invited.email}) sets a password here, once, within seven days:`);
    console.log(settings.publicUrl + paths.invitation(token));
  } else {
    console.log(`${name} (${invited.email}) holds this role from now on, and signs in as before.`);
  }
} catch (error) {
  if (error instanceof Refusal) stop(error.message);
  throw error;
}
