import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { invitePerson } from "#lib/people/invite-person";
import { makeNeighbour, makeWorld } from "#lib/testing/world";
import { findOrganisation } from "#scripts/find-organisation";

const database = useDatabase();

test("a command is about the only organisation, and where there are several about the one it names", async () => {
  const { ownerUrl } = database;
  expect(await findOrganisation(ownerUrl)).toBeNull();
  const council = await makeWorld(database);
  expect(await findOrganisation(ownerUrl)).toMatchObject({ id: council.organisationId });

  const neighbour = await makeNeighbour(database);
  expect(await findOrganisation(ownerUrl)).toEqual({
    message: "There are several organisations: name one in CANDOUR_ORGANISATION (council, neighbour).",
  });
  expect(await findOrganisation(ownerUrl, "nowhere")).toMatchObject({ message: expect.stringContaining("nowhere") });
  expect(await findOrganisation(ownerUrl, "neighbour")).toMatchObject({ id: neighbour.organisationId });

  const invited = { email: "new@neighbour.test", role: "team lead", team: "assessment" };
  const invite = (organisationId: string | null) =>
    perform(operator(ownerUrl, "a test", organisationId), "person.invite", (tx) =>
      invitePerson(tx, invited, organisationId),
    );
  await expect(invite(null)).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining("say which") });
  await invite(neighbour.organisationId);
  const entries = await database.asOwner(
    "select distinct e.organisation, e.after ->> 'team_id' as team from audit.entry e where verb = 'person.invite' and operation = 'created' and table_name <> 'person'",
  );
  expect(entries).toContainEqual({ organisation: neighbour.organisationId, team: neighbour.teams.assessment });
  expect(entries.map(({ organisation }) => organisation)).not.toContain(council.organisationId);
});
