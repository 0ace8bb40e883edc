import { eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { credential, organisation, person, roleGrant, team } from "#db/schema/people";
import { hashPassword } from "#lib/access/password";
import { demonstrationPassword, demonstrationPeople, demonstrationTeams } from "#lib/people/demonstration-people";
import { setUpOrganisation } from "#lib/people/set-up-organisation";

const council = { slug: "demonstration", name: "Demonstration council" };

/** Makes the demonstration's council, its teams and its people, in an operator's transaction; what is there already stays. */
export async function makeDemonstrationPeople(tx: Database): Promise<void> {
  const [there] = await tx.select().from(organisation).where(eq(organisation.slug, council.slug));
  if (there) return;
  const organisationId = await setUpOrganisation(tx, council);
  const teams = await tx
    .insert(team)
    .values(demonstrationTeams.map((name) => ({ organisationId, slug: name.toLowerCase(), name })))
    .returning({ id: team.id, name: team.name });
  const passwordHash = await hashPassword(demonstrationPassword);
  for (const { email, name, role, teams: held } of demonstrationPeople) {
    const [made] = await tx.insert(person).values({ email, name }).returning({ id: person.id });
    const personId = made!.id;
    await tx.insert(credential).values({ personId, passwordHash, changedAt: now });
    const ofTeams = teams.filter((one) => held.some((wanted) => wanted === one.name)).map(({ id }) => id);
    const teamIds = ofTeams.length > 0 ? ofTeams : [null];
    await tx.insert(roleGrant).values(teamIds.map((teamId) => ({ organisationId, personId, role, teamId })));
  }
}
