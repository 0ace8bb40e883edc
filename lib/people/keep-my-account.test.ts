import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { checkPassword } from "#lib/access/check-password";
import { findActor } from "#lib/access/find-actor";
import { hashPassword, isPassword } from "#lib/access/password";
import { startSession } from "#lib/access/start-session";
import { allowed } from "#lib/access/throttle";
import { changePassword } from "#lib/people/change-password";
import { endOtherSessions } from "#lib/people/end-other-sessions";
import { endPersonSessions } from "#lib/people/end-person-sessions";
import { endSession } from "#lib/people/end-session";
import { getPerson, listMySessions, listPeople } from "#lib/people/queries";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

// Between wrong passwords nobody waits here.
vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

const database = useDatabase();
const old = "an old and long password";
const next = "another, newer password";
const origin = { address: null, agent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await givePassword(database.ownerUrl, "lead@candour.test", old);
});
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const newest = async () =>
  (
    await database.asOwner(
      "select e.*, a.reason, a.code from audit.entry e join audit.action a on a.id = e.action order by e.position desc limit 1",
    )
  )[0];

async function signedIn(who: keyof World["people"]): Promise<PersonActor> {
  const actor = await findActor(await startSession(world.people[who], origin), origin);
  if (!actor) throw new Error("no session");
  return actor;
}

const isLive = async (actor: PersonActor) => (await findActor(actor.token, origin)) !== null;
const change = (actor: PersonActor, current: string, password: string) =>
  changePassword(actor, { current, password, again: password });

test("a password is the same however its accents are written", async () => {
  const [composed, apart] = ["café", "cafe\u0301"].map((word) => `${word} on a slow river`);
  const hashed = await hashPassword(composed!);
  expect(await isPassword(apart!, hashed)).toBe(true);
  expect(await isPassword("cafe on a slow river", hashed)).toBe(false);
});

describe("changing a password", () => {
  test("asks for the current one, and enters it when that is wrong", async () => {
    const lead = await signedIn("lead");
    await expect(change(lead, "wrong", next)).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
      fields: { current: "This is not your current password." },
    });
    expect(await newest()).toMatchObject({ verb: "password.change", operation: "refused", person: world.people.lead });
  });

  test("asks for the current one before it looks at the new one, which is work", async () => {
    const lead = await signedIn("lead");
    await expect(change(lead, "wrong", "1".repeat(200))).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
    await expect(change(lead, old, "1".repeat(200))).rejects.toMatchObject({ code: "INVALID" });
  });

  test.each([
    ["eleven char", "at least 12"],
    ["many words ".repeat(19), "at most 200"],
    ["LEAD@candour.test", "name or e-mail address"],
    ["lead@candour.test1", "name or e-mail address"],
    [" ".repeat(12), "repeats one character"],
    ["a".repeat(14), "repeats one character"],
    ["passwordpassword", "repeats itself"],
    ["1234567890123", "tried first"],
    ["iloveyou1234", "much like a password that is tried first"],
    ["abcdefghijklmn", "follow each other"],
  ])("to %s is refused", async (password, says) => {
    const lead = await signedIn("lead");
    await expect(change(lead, old, password)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(says),
    });
  });

  test("counts with the wrong passwords of signing in, and says when to try again", async () => {
    const lead = await signedIn("lead");
    for (let n = 0; n < allowed.pair.most; n++) await change(lead, "wrong", next).catch(() => undefined);
    await expect(change(lead, old, next)).rejects.toMatchObject({
      code: "TOO_MANY",
      message: expect.stringMatching(/^There were too many tries\. Try again in 1[45] minutes\.$/),
    });
  });

  test("ends the other sessions, keeps this one, and is entered without any hash", async () => {
    const [here, elsewhere] = [await signedIn("lead"), await signedIn("lead")];
    await change(here, old, next);
    expect([await isLive(here), await isLive(elsewhere)]).toEqual([true, false]);
    expect(await checkPassword({ email: "lead@candour.test", password: next }, origin)).toMatchObject({ ok: true });
    expect(await checkPassword({ email: "lead@candour.test", password: old }, origin)).toMatchObject({ ok: false });
    const [entry] = await database.asOwner(
      "select * from audit.entry where verb = 'password.change' and table_name = 'credential' order by position desc limit 1",
    );
    expect(entry).toMatchObject({ operation: "changed", person: world.people.lead });
    expect(JSON.stringify(entry)).not.toContain("argon2");
  });

  test("by a session that has ended is refused", async () => {
    const lead = await signedIn("lead");
    await endSession(lead);
    await expect(change(lead, next, old)).rejects.toMatchObject({ code: "SESSION_ENDED" });
  });
});

describe("a person's own sessions", () => {
  test("are listed with what each was begun with, and no ended one", async () => {
    const auditor = await signedIn("auditor");
    const other = await signedIn("auditor");
    await endSession(other);
    const mine = await listMySessions(auditor);
    expect(mine.map(({ id }) => id)).not.toContain(other.sessionId);
    expect(mine.find(({ id }) => id === auditor.sessionId)).toMatchObject({
      agent: origin.agent,
      seenAt: expect.any(Date),
    });
  });

  test("end one by one by signing out, which is entered", async () => {
    const actor = await signedIn("head");
    await endSession(actor);
    expect(await isLive(actor)).toBe(false);
    expect(await newest()).toMatchObject({ verb: "session.end", operation: "changed", key: actor.sessionId });
    await expect(endSession(actor)).rejects.toMatchObject({ code: "SESSION_ENDED" });
  });

  test("end everywhere but here; with none elsewhere there is nothing to end; nobody else's end", async () => {
    const [here, elsewhere, somebody] = [await signedIn("head"), await signedIn("head"), await signedIn("otherHead")];
    expect(await endOtherSessions(here)).toBeGreaterThan(0);
    expect([await isLive(here), await isLive(elsewhere), await isLive(somebody)]).toEqual([true, false, true]);
    expect(await newest()).toMatchObject({ verb: "session.end_others", person: world.people.head });
    await expect(endOtherSessions(here)).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test("can be ended by somebody who holds no role any more", async () => {
    const actor = await signedIn("leadAndHead");
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('left the team'); update role_grant set revoked_at = now() where person_id = '${world.people.leadAndHead}'; end $$`,
    );
    await endOtherSessions(actor);
    await endSession(actor);
    expect(await isLive(actor)).toBe(false);
  });
});

describe("ending a person's sessions", () => {
  const reason = "The laptop was lost on a train.";

  test("is the performance officer's, with a reason, and acts at once", async () => {
    const actor = await signedIn("otherLead");
    await endPersonSessions(world.actors.officer, { person: world.people.otherLead, reason });
    expect(await isLive(actor)).toBe(false);
    expect(await database.withWords(await newest())).toMatchObject({
      verb: "person.end_sessions",
      person: world.people.officer,
      reason,
    });
    await expect(
      endPersonSessions(world.actors.officer, { person: world.people.otherLead, reason }),
    ).rejects.toMatchObject({ code: "WRONG_STATE", message: "The otherLead is signed in nowhere." });
  });

  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    const [by, whose] = [await signedIn(who), await signedIn("secondLead")];
    await expect(endPersonSessions(by, { person: world.people.secondLead, reason })).rejects.toMatchObject({
      code: "WRONG_ROLE",
    });
    expect(await newest()).toMatchObject({ verb: "person.end_sessions", operation: "refused", code: "WRONG_ROLE" });
    expect(await isLive(whose)).toBe(true);
  });

  test("is not for people of another organisation, nor of nobody", async () => {
    await database.asOwner(`do $$ declare o uuid; p uuid; begin
      perform audit.begin_operator('another council');
      insert into organisation (slug, name) values ('elsewhere', 'Elsewhere') returning id into o;
      insert into person (email, name) values ('far@elsewhere.test', 'Far away') returning id into p;
      insert into role_grant (organisation_id, person_id, role) values (o, p, 'reader'); end $$`);
    const [far] = await database.asOwner("select id::text from person where email = 'far@elsewhere.test'");
    const end = (person: string) => endPersonSessions(world.actors.officer, { person, reason });
    await expect(end(far!.id as string)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(end("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getPerson(world.actors.officer, far!.id as string)).toBeNull();
  });
});

test("the officer's list has everybody with the roles they hold now and how often they are signed in", async () => {
  const people = await listPeople(world.actors.officer);
  expect(people.map(({ email }) => email)).not.toContain("far@elsewhere.test");
  expect(people).toHaveLength(Object.keys(world.people).length);
  expect(people.find(({ id }) => id === world.people.head)).toMatchObject({
    name: "The head",
    disabledAt: null,
    isInvited: false,
    roles: [{ role: "head of service", team: "Assessment" }],
  });
  expect(people.find(({ id }) => id === world.people.leadAndHead)?.roles).toEqual([]);
  const officer = await getPerson(world.actors.officer, world.people.officer);
  expect(officer?.liveSessions).toBe(officer?.sessions.length);
  expect(officer?.liveSessions).toBeGreaterThan(0);
});
