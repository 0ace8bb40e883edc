import type { Role } from "#db/vocabulary";
import { cookieOf } from "#hammer/cookie";
import type { Query } from "#hammer/query";
import { operator, type PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { perform } from "#lib/audit/perform";
import { endSession } from "#lib/people/end-session";
import { invitePerson } from "#lib/people/invite-person";
import { makeNeighbour } from "#lib/testing/world";

/** Where somebody stands to the things that are tried: they are of the Assessment team in the demonstration's council. */
export type Standing = "own team" | "other team" | "own organisation" | "other organisation";

export type Asker = {
  name: string;
  roles: readonly Role[];
  standing: Standing;
  /** Whether a session of theirs is live. */
  isLive: boolean;
  personId: string | null;
  cookie: string | undefined;
};

type Installed = { dataFolder: string; ownerUrl: string; query: Query };

/** Whose sessions may end while others are being tried. */
export const expendable = "somebody whose session has ended";

const teamOf = "Assessment";
const everyRole = ["team lead", "head of service", "auditor", "performance officer", "reader"] as const;
const origin = { address: null, agent: "npm run hammer" };

const standings: Record<string, Standing> = {
  "lead.assessment": "own team",
  head: "own team",
  "lead.workforce": "other team",
  "head.workforce": "other team",
  auditor: "own organisation",
  officer: "own organisation",
  reader: "own organisation",
};

/** A session more for somebody. */
export async function signInAnew(personId: string): Promise<PersonActor> {
  const actor = await findActor(await startSession(personId, origin), origin);
  if (!actor) throw new Error("The session did not start.");
  return actor;
}

export async function makeAskers(installed: Installed): Promise<Asker[]> {
  const { dataFolder } = installed;
  const asking = async (name: string, actor: PersonActor, standing: Standing, isLive = true): Promise<Asker> => ({
    name,
    standing,
    isLive,
    roles: actor.roles.map(({ role }) => role),
    personId: actor.person.id,
    cookie: await cookieOf(dataFolder, actor.token),
  });

  const own = await Promise.all(
    Object.entries(standings).map(async ([name, standing]) =>
      asking(name, await signInAnew(await personIdOf(installed, `${name}@candour.test`)), standing),
    ),
  );
  const ended = await holderOfAll(installed, "ended@candour.test");
  await endSession(ended);
  const disabled = await holderOfAll(installed, "disabled@candour.test");
  await perform(command(installed, disabled.organisation.id), "operator.change", async (tx) => {
    await tx.execute(`update person set disabled_at = now() where id = '${disabled.person.id}'`);
  });
  const neighbours = Object.entries((await makeNeighbour(installed)).actors);
  return [
    { name: "nobody", roles: [], standing: "other organisation", isLive: false, personId: null, cookie: undefined },
    await asking(expendable, ended, "own team", false),
    await asking("somebody disabled", disabled, "own team", false),
    ...own,
    ...(await Promise.all(
      neighbours.map(([name, actor]) => asking(`the neighbours' ${name}`, actor, "other organisation")),
    )),
  ];
}

const command = ({ ownerUrl }: Installed, organisationId: string | null = null) =>
  operator(ownerUrl, "npm run hammer", organisationId);

async function personIdOf({ query }: Installed, email: string): Promise<string> {
  const [found] = await query("select id from person where email = $1", [email]);
  return String(found?.id);
}

/** Somebody who holds every role there is, for the own team: whatever keeps them out, it is no role that they lack. */
async function holderOfAll(installed: Installed, email: string): Promise<PersonActor> {
  for (const role of everyRole) {
    const team = role === "team lead" || role === "head of service" ? teamOf : undefined;
    await perform(command(installed), "person.invite", (tx) => invitePerson(tx, { email, role, team, newLink: true }));
  }
  return signInAnew(await personIdOf(installed, email));
}
