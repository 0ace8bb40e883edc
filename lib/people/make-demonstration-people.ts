import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { credential, person, roleGrant, team } from "#db/schema/people";
import { hashPassword } from "#lib/access/password";
import { performAsOperator } from "#lib/audit/perform-as-operator";
import { demonstrationPassword, demonstrationPeople, demonstrationTeams } from "#lib/people/demonstration-people";
import { setUpOrganisation } from "#lib/people/set-up-organisation";

type Made = { organisationId: string; people: Record<string, string> };

/** Makes the council, its teams and the people of the demonstration, unless they are there. Answers people's ids by e-mail address. */
export async function makeDemonstrationPeople(ownerUrl: string): Promise<Made> {
  const passwordHash = await hashPassword(demonstrationPassword);
  return performAsOperator(ownerUrl, "demonstration.make", "The people of the demonstration", async (tx) => {
    const organisationId = await setUpOrganisation(tx, { slug: "council", name: "The council" });
    const teams = await makeTeams(tx, organisationId);
    const people: Made["people"] = {};
    for (const one of demonstrationPeople) {
      people[one.email] = await makePerson(tx, one, passwordHash, {
        organisationId,
        teamIds: one.teams.map((name) => teams.get(name)!),
      });
    }
    return { organisationId, people };
  });
}

async function makeTeams(tx: Database, organisationId: string): Promise<Map<string, string>> {
  await tx
    .insert(team)
    .values(demonstrationTeams.map((name) => ({ organisationId, slug: name.toLowerCase(), name })))
    .onConflictDoNothing();
  const made = await tx
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(eq(team.organisationId, organisationId));
  return new Map(made.map(({ id, name }) => [name, id]));
}

async function makePerson(
  tx: Database,
  { email, name, role }: (typeof demonstrationPeople)[number],
  passwordHash: string,
  { organisationId, teamIds }: { organisationId: string; teamIds: string[] },
): Promise<string> {
  const [there] = await tx.select({ id: person.id }).from(person).where(eq(person.email, email));
  if (there) return there.id;
  const [made] = await tx.insert(person).values({ email, name }).returning({ id: person.id });
  const personId = made!.id;
  await tx.insert(credential).values({ personId, passwordHash, changedAt: new Date() });
  const held = teamIds.length > 0 ? teamIds : [null];
  await tx.insert(roleGrant).values(held.map((teamId) => ({ organisationId, personId, role, teamId })));
  return personId;
}
