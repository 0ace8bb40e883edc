import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { checkPassword } from "#lib/access/check-password";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { perform } from "#lib/audit/perform";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { findInvitation } from "#lib/people/find-invitation";
import { type Invited, invitePerson } from "#lib/people/invite-person";
import { nameFromEmail } from "#lib/people/name-from-email";
import { makeWorld } from "#lib/testing/world";

const database = useDatabase();
const origin = { address: null, agent: "test" };
const password = "words that are many";

beforeAll(async () => {
  await makeWorld(database);
});
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const invite = (invited: Invited) =>
  perform(operator(database.ownerUrl, "npm run people:invite"), "person.invite", (tx) => invitePerson(tx, invited));
const accept = (token: string | null, typed = password) =>
  acceptInvitation({ token: token ?? "", password: typed, again: typed }, origin);
const people = async () => (await database.asOwner("select count(*)::int as n from person"))[0];

describe("inviting", () => {
  test("makes the person with their role, and is entered as an operator's command without the link", async () => {
    const { name, token } = await invite({ email: "Jane.Doe@council.test", role: "Team lead", team: "assessment" });
    expect(name).toBe("Jane Doe");
    const [held] = await database.asOwner(
      "select p.email, g.role, t.name as team from person p join role_grant g on g.person_id = p.id join team t on t.id = g.team_id where p.name = 'Jane Doe'",
    );
    expect(held).toEqual({ email: "jane.doe@council.test", role: "team lead", team: "Assessment" });
    const entries = await database.withWords(
      await database.asOwner(
        "select e.*, a.kind, a.reason from audit.entry e join audit.action a on a.id = e.action where a.verb = 'person.invite' order by position",
      ),
    );
    expect(entries.map(({ table_name }) => table_name)).toEqual(["person", "role_grant", "invitation"]);
    expect(entries[0]).toMatchObject({ kind: "operator", reason: "npm run people:invite", person: null });
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(await findInvitation(token!)).toMatchObject({ name, email: "jane.doe@council.test", state: "open" });
  });

  test.each([
    [{ email: "nobody", role: "reader" }, "INVALID", "nobody is not an e-mail address."],
    [
      { email: "a@b.test", role: "king" },
      "INVALID",
      'There is no role "king". The roles are: team lead, head of service,',
    ],
    [{ email: "a@b.test", role: "team lead" }, "INVALID", "name it with --team. The teams are: Assessment, Workforce."],
    [{ email: "a@b.test", role: "head of service", team: "Nowhere" }, "NOT_FOUND", 'There is no team "Nowhere".'],
    [{ email: "a@b.test", role: "reader", team: "Assessment" }, "INVALID", "leave the team out."],
  ])("%o is refused in words, and makes nobody", async (invited, code, says) => {
    const before = await people();
    await expect(invite(invited)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
    expect(await people()).toEqual(before);
  });

  test("twice, before the first link was used, leaves only the newest to work", async () => {
    const first = await invite({ email: "twice@council.test", role: "reader", name: "Twice Invited" });
    const second = await invite({ email: "twice@council.test", role: "reader" });
    expect([first.replaces, second.replaces]).toEqual([false, true]);
    expect(second.name).toBe("Twice Invited");
    expect(await findInvitation(first.token!)).toMatchObject({ state: "expired" });
    await expect(accept(first.token)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await accept(second.token);
    const grants = await database.asOwner(
      "select from role_grant g join person p on p.id = g.person_id where p.email = 'twice@council.test'",
    );
    expect(grants).toHaveLength(1);
  });

  test("somebody who has a password grants the role, without a link unless one is wanted", async () => {
    await accept((await invite({ email: "has@council.test", role: "reader" })).token);
    expect(await invite({ email: "has@council.test", role: "auditor" })).toMatchObject({ name: "Has", token: null });
    await expect(invite({ email: "HAS@council.test", role: "auditor" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("holds the role of auditor already"),
    });
    expect((await invite({ email: "has@council.test", role: "auditor", newLink: true })).token).not.toBeNull();
  });
});

describe("accepting", () => {
  test("sets the password once, which is entered, and ends what was begun with an older one", async () => {
    const { token } = await invite({ email: "once@council.test", role: "reader" });
    await accept(token);
    const checked = await checkPassword({ email: "once@council.test", password }, origin);
    expect(checked).toMatchObject({ ok: true });
    await expect(accept(token)).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect(await findInvitation(token!)).toMatchObject({ state: "accepted" });
    const { personId } = checked as { personId: string };
    const entries = await database.asOwner(
      "select table_name from audit.entry where verb = 'invitation.accept' and person = $1 order by position",
      [personId],
    );
    expect(entries.map(({ table_name }) => table_name)).toEqual(["invitation", "credential"]);

    const session = await startSession(personId, origin);
    await accept(
      (await invite({ email: "once@council.test", role: "reader", newLink: true })).token,
      "quite other words",
    );
    expect(await findActor(session, origin)).toBeNull();
  });

  test("is for one of two who try at the same moment", async () => {
    const { token } = await invite({ email: "race@council.test", role: "reader" });
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("refuses a poor password, a link that is over, made up, or of somebody disabled", async () => {
    const { token } = await invite({ email: "poor@council.test", role: "reader" });
    await expect(accept(token, "short")).rejects.toMatchObject({ code: "INVALID" });
    await expect(accept(token, "poor@council.test")).rejects.toMatchObject({ code: "INVALID" });
    await expect(accept("made up")).rejects.toMatchObject({ code: "WRONG_STATE" });
    const operate = (what: string) =>
      database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${what}; end $$`);
    await operate(`update person set disabled_at = now() where email = 'poor@council.test'`);
    await expect(accept(token)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(invite({ email: "poor@council.test", role: "reader" })).rejects.toMatchObject({ code: "CONFLICT" });
    const late = await invite({ email: "late@council.test", role: "reader" });
    await operate(`update invitation set expires_at = now() where accepted_at is null`);
    await expect(accept(late.token)).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});

test.each([
  ["jane.o-neil@council.gov.uk", "Jane O-Neil"],
  ["sam_lee+candour@council.test", "Sam Lee"],
  ["...@council.test", "...@council.test"],
])("the name of %s is guessed as %s", (email, name) => {
  expect(nameFromEmail(email)).toBe(name);
});
