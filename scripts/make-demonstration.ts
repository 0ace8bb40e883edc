import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { closePools, type Database, signInPool } from "#db/client";
import type { DatabaseUrls } from "#db/embedded";
import { credential, organisation, person, roleGrant, session, team } from "#db/schema/people";
import type { Actor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { perform } from "#lib/audit/perform";
import { performAsOperator } from "#lib/audit/perform-as-operator";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { setUpOrganisation } from "#lib/people/set-up-organisation";
import { demonstrationPassword, demonstrationPeople, demonstrationTeams } from "#scripts/demonstration-people";

const council = { slug: "demonstration", name: "Demonstration council" };

/** Gives the embedded database its people and the first scorecard, brought in by its officer; what is there already stays. */
export async function makeDemonstration(urls: DatabaseUrls): Promise<void> {
  if (await isMade(urls.owner)) return;
  await performAsOperator(urls.owner, "operator.change", "The demonstration's people", makePeople);

  process.env.DATABASE_APP_URL = urls.app;
  process.env.DATABASE_SIGN_IN_URL = urls.signIn;
  try {
    const officer = await signInOfficer();
    await importFirstScorecard(officer);
    await signOut(officer);
  } finally {
    await closePools();
  }
}

async function isMade(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rowCount } = await client.query("select from import where committed_at is not null limit 1");
  await client.end();
  return rowCount === 1;
}

async function makePeople(tx: Database): Promise<void> {
  const [there] = await tx.select().from(organisation).where(eq(organisation.slug, council.slug));
  if (there) return;
  const organisationId = await setUpOrganisation(tx, council);
  const teams = await tx
    .insert(team)
    .values(demonstrationTeams.map((name) => ({ organisationId, slug: name.toLowerCase(), name })))
    .returning();

  for (const { email, name, role, teams: held } of demonstrationPeople) {
    const [made] = await tx.insert(person).values({ email, name }).returning();
    const personId = made!.id;
    const teamIds =
      held.length > 0 ? teams.filter((one) => held.includes(one.name as never)).map(({ id }) => id) : [null];
    await tx.insert(roleGrant).values(teamIds.map((teamId) => ({ organisationId, personId, role, teamId })));
    const passwordHash = await hash(demonstrationPassword);
    await tx.insert(credential).values({ personId, passwordHash, changedAt: new Date() });
  }
}

async function signInOfficer(): Promise<Actor> {
  const token = randomBytes(32).toString("base64url");
  const origin = { address: "127.0.0.1", agent: "npm start" };
  await signInPool().query(
    "select access.start_session((select id from person where email = $1), 'password', $2, now() + interval '5 minutes', $3, $4)",
    ["officer@candour.test", token, origin.address, origin.agent],
  );
  const officer = await findActor(token, origin);
  if (!officer) throw new Error("The demonstration's officer could not be signed in.");
  return officer;
}

async function signOut(officer: Actor): Promise<void> {
  await perform(officer, "session.end", (tx, { sessionId, person: { id } }) =>
    tx.update(session).set({ endedAt: new Date(), endedBy: id }).where(eq(session.id, sessionId)),
  );
}
