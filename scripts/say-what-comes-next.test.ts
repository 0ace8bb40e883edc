import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { invitePerson } from "#lib/people/invite-person";
import { givePassword } from "#lib/testing/give-password";
import { whatComesNext } from "#scripts/say-what-comes-next";

const database = useDatabase();

test("a start says how the first officer is invited, then that their link waits, and nothing once they can sign in", async () => {
  const next = () => whatComesNext(database.ownerUrl);
  expect(await next()).toContain('people:invite -- ann@example.gov.uk --role "performance officer"');
  const invited = { email: "first@candour.test", role: "performance officer" };
  await perform(operator(database.ownerUrl, "the first"), "person.invite", (tx) => invitePerson(tx, invited));
  expect(await next()).toContain('people:invite -- first@candour.test --role "performance officer" --new-link');
  await givePassword(database.ownerUrl, "first@candour.test", "a rota of nine owls");
  expect(await next()).toBeNull();
});
