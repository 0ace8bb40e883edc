import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { invitePerson } from "#lib/people/invite-person";
import { acceptByOpenId } from "#lib/sign-in/openid/accept-by-openid";
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

test("an officer who accepted with an account elsewhere can sign in too", async () => {
  const invited = { email: "second@candour.test", role: "performance officer" };
  const { token } = await perform(operator(database.ownerUrl, "the second"), "person.invite", (tx) =>
    invitePerson(tx, invited),
  );
  const account = { issuer: "https://issuer.example", subject: "second", called: "second" };
  expect(await acceptByOpenId(token!, account, { address: null, agent: null })).toEqual({ ok: true });
  await database.asOwner(`do $$ begin perform audit.begin_operator('the first left');
    update person set disabled_at = now() where email = 'first@candour.test'; end $$`);
  expect(await whatComesNext(database.ownerUrl)).toBeNull();
});
