import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { findInvitation } from "#lib/people/find-invitation";
import { getInvitation } from "#lib/people/get-invitation";
import { invitePeople, reviewInvited } from "#lib/people/invite-people";
import { invitePerson } from "#lib/people/invite-person";
import { type ReadPerson, readInvited, requireAFew } from "#lib/people/read-invited";
import { renewInvitation } from "#lib/people/renew-invitation";
import { withdrawInvitation } from "#lib/people/withdraw-invitation";
import { addDays, dayIn } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";
import { bySql } from "#lib/testing/by-sql";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const origin = { address: null, agent: "test" };
const password = "words that are many";
const reason = "The wrong address.";
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const teams = () => [
  { id: world.teams.assessment, name: "Assessment", slug: "assessment" },
  { id: world.teams.workforce, name: "Workforce", slug: "workforce" },
];
const reader = (email: string): ReadPerson => ({
  email,
  name: "",
  roles: [{ role: "reader", teamId: null }],
  problem: null,
});
const invite = (...people: ReadPerson[]) => invitePeople(world.actors.officer, people);
const review = (...people: ReadPerson[]) => reviewInvited(world.actors.officer, people);
const accept = (token: string | null | undefined) =>
  acceptInvitation({ token: token ?? "", password, again: password }, origin);
const idOf = async (email: string) =>
  String((await database.asOwner("select id::text from person where email = $1", [email]))[0]?.id);
const count = async () =>
  (await database.asOwner("select count(*)::int as n from audit.entry where operation <> 'refused'"))[0]!.n;
const newestSaid = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group!.headline.parts.map(({ text }) => text).join("");
};

const newestRefused = async () =>
  (
    await database.asOwner(
      "select verb, person::text from audit.entry where operation = 'refused' order by position desc limit 1",
    )
  )[0];

describe("a block of cells", () => {
  test("is read with its roles and teams, several in a cell or in rows of their own, its headings left out", () => {
    const block = [
      "Name\tE-mail\tRole\tTeam",
      "Sam Lee\tSam.Lee@council.test\tTeam lead; Head of service\tAssessment; workforce",
      "\tkim@council.test\tReader\t",
      "",
      "Kim Roe\tkim@council.test\tAuditor",
    ].join("\n");
    const { assessment, workforce } = world.teams;
    expect(readInvited(block, teams())).toEqual([
      {
        email: "sam.lee@council.test",
        name: "Sam Lee",
        roles: [
          { role: "team lead", teamId: assessment },
          { role: "team lead", teamId: workforce },
          { role: "head of service", teamId: assessment },
          { role: "head of service", teamId: workforce },
        ],
        problem: null,
      },
      {
        email: "kim@council.test",
        name: "Kim Roe",
        roles: [
          { role: "reader", teamId: null },
          { role: "auditor", teamId: null },
        ],
        problem: null,
      },
    ]);
  });

  test.each([
    ["Sam Lee\treader", "There is no e-mail address in this row."],
    ["Sam\tsam@nowhere\treader", "sam@nowhere is not an e-mail address."],
    ["Sam\tsam@council.test", "There is no role in this row."],
    ["Sam\tsam@council.test\tking", 'There is no role "king".'],
    ["Sam\tsam@council.test\tteam lead", "is for one team: name it beside it."],
    ["Sam\tsam@council.test\tteam lead\tNowhere", 'There is no team "Nowhere".'],
    ["Sam\tsam@council.test\treader\tAssessment", "leave the team out"],
  ])("that says %j keeps the person out, in words", async (block, says) => {
    const people = readInvited(block, teams());
    expect(people).toMatchObject([{ problem: expect.stringContaining(says) }]);
    const before = await count();
    expect(await invite(...people)).toMatchObject([{ done: null, refusal: expect.stringContaining(says) }]);
    expect(await count()).toBe(before);
  });

  test("with nobody in it, or too many, is refused whole", () => {
    expect(() => requireAFew([])).toThrow("There is nobody in this block");
    expect(() => requireAFew(Array.from({ length: 201 }, () => reader("a@b.test")))).toThrow("These are 201 people");
  });
});

describe("inviting on the screen", () => {
  test("is looked at first, which writes nothing, and then makes the person, their role and a link that works", async () => {
    const before = await count();
    expect(await review(reader("first@council.test"))).toMatchObject([{ done: { isNew: true, name: "First" } }]);
    expect(await count()).toBe(before);
    const [invited] = await invite(reader("first@council.test"));
    expect(await newestSaid()).toBe("The officer invited First");
    expect(await findInvitation(invited!.done!.token!)).toMatchObject({ state: "open", email: "first@council.test" });
    expect(await getInvitation(world.actors.officer, await idOf("first@council.test"))).toMatchObject({
      canSignIn: false,
      newest: { invitedBy: "The officer", isOpen: true },
    });
    await accept(invited!.done!.token);
  });

  test("twice, before a password was set, ends the first link and says so before and after", async () => {
    const [first] = await invite(reader("twice@council.test"));
    expect(await review(reader("twice@council.test"))).toMatchObject([{ done: { isNew: false, replaces: true } }]);
    const [second] = await invite(reader("twice@council.test"));
    expect(second!.done).toMatchObject({ replaces: true, granted: 0 });
    expect(await findInvitation(first!.done!.token!)).toMatchObject({ state: "expired" });
    await accept(second!.done!.token);
  });

  test("somebody who has a password grants the role alone, and makes no link to their account", async () => {
    await accept((await invite(reader("has@council.test")))[0]!.done!.token);
    const auditor = { ...reader("has@council.test"), roles: [{ role: "auditor", teamId: null } as const] };
    expect(await invite(auditor)).toMatchObject([{ done: { token: null, granted: 1 } }]);
    expect(await invite(auditor)).toMatchObject([{ refusal: expect.stringContaining("holds this already") }]);
    const id = await idOf("has@council.test");
    await expect(renewInvitation(world.actors.officer, { person: id })).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(
      written(
        "asApp",
        "officer",
        "invitation.renew",
        `insert into invitation (person_id, token_hash, invited_by, expires_at) values ('${id}', 'x', '${world.people.officer}', now() + interval '1 day')`,
      ),
    ).rejects.toThrow("is sent no link");
  });

  test("refuses who holds the role on some of the days alone, in the review already, whether a link would be made or not", async () => {
    const today = dayIn(world.actors.officer.organisation.timeZone, new Date());
    const last = addDays(today, 5);
    const [first] = await invite({ ...reader("until@council.test"), toDay: last });
    const both: ReadPerson = {
      ...reader("until@council.test"),
      roles: [
        { role: "reader", teamId: null },
        { role: "auditor", teamId: null },
      ],
    };
    const until = { done: null, refusal: expect.stringContaining(`already, until ${dateName(last)}. Look at what`) };
    const isRefused = async () => {
      for (const person of [reader("until@council.test"), both]) {
        expect(await review(person, reader("beside@council.test"))).toMatchObject([until, { refusal: null }]);
        expect(await invite(person)).toMatchObject([until]);
      }
    };
    await isRefused();
    await accept(first!.done!.token);
    await isRefused();
    const command = operator(database.ownerUrl, "npm run people:invite", world.organisationId);
    const asked = (newLink: boolean) =>
      perform(command, "person.invite", (tx) =>
        invitePerson(tx, { email: "until@council.test", role: "reader", newLink }, world.organisationId),
      );
    await expect(asked(false)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining(`until ${dateName(last)}`),
    });
    expect(await asked(true)).toMatchObject({ granted: 0, token: expect.any(String) });

    expect(await invite({ ...reader("until@council.test"), fromDay: addDays(last, 1) })).toMatchObject([
      { done: { granted: 1 } },
    ]);
    expect(await invite(reader("until@council.test"))).toMatchObject([
      { refusal: expect.stringContaining("there is nothing to do") },
    ]);
  });

  test("leaves out who is oneself, disabled or of another council, and invites the others", async () => {
    await invite(reader("gone@council.test"));
    await database.asOwner(`do $$ begin perform audit.begin_operator('test');
      update person set disabled_at = now() where email = 'gone@council.test'; end $$`);
    const people = ["officer@candour.test", "gone@council.test", "reader@neighbour.test", "stays@council.test"];
    const invited = await invite(...people.map(reader));
    expect(invited.map(({ refusal }) => refusal)).toEqual([
      expect.stringContaining("your own address"),
      expect.stringContaining("is disabled"),
      "This person belongs to another organisation.",
      null,
    ]);
    expect(JSON.stringify(invited)).not.toContain("Neighbouring");
  });

  test("is done once by one form, however often it is sent, and the link is shown once", async () => {
    const request = { id: randomUUID(), digest: "x" };
    const people = [reader("a@once.test"), reader("b@once.test")];
    const first = await invitePeople(world.actors.officer, people, request);
    expect(first.every(({ done }) => done?.token)).toBe(true);
    const again = await invitePeople(world.actors.officer, people, request);
    expect(again).toMatchObject([
      { done: null, refusal: null },
      { done: null, refusal: null },
    ]);
    expect(await findInvitation(first[0]!.done!.token!)).toMatchObject({ state: "open" });
  });

  test("by two officers at once makes one person with one link that works", async () => {
    await invite({ ...reader("second.officer@council.test"), roles: [{ role: "performance officer", teamId: null }] });
    const both = await Promise.allSettled([invite(reader("race@council.test")), invite(reader("race@council.test"))]);
    const links = both.flatMap((one) =>
      one.status === "fulfilled" ? one.value.flatMap(({ done }) => done?.token ?? []) : [],
    );
    const states = await Promise.all(links.map(findInvitation));
    expect(states.filter((one) => one?.state === "open")).toHaveLength(1);
    expect(await database.asOwner("select from person where email = 'race@council.test'")).toHaveLength(1);
  });

  test("answers nothing of a block of which nobody could be invited to who may not invite", async () => {
    const [unread] = readInvited("nobody at all", teams());
    expect(unread?.problem).not.toBeNull();
    await expect(invitePeople(world.actors.lead, [unread!])).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newestRefused()).toEqual({ verb: "person.invite", person: world.people.lead });
  });

  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    const people = [reader("nobody@council.test")];
    await expect(reviewInvited(world.actors[who], people)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(invitePeople(world.actors[who], people)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const given = { person: world.people.lead, reason };
    await expect(renewInvitation(world.actors[who], given)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(withdrawInvitation(world.actors[who], given)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const entries = await database.asOwner(
      "select verb from audit.entry where operation = 'refused' order by position desc limit 4",
    );
    const verbs = ["invitation.withdraw", "invitation.renew", "person.invite", "person.invite"];
    expect(entries.map(({ verb }) => verb)).toEqual(verbs);
  });
});

describe("an invitation", () => {
  test("is made again, which ends the first, and withdrawn, which ends them all", async () => {
    const [first] = await invite(reader("again@council.test"));
    const person = await idOf("again@council.test");
    const renewed = await renewInvitation(world.actors.officer, { person });
    expect(renewed).toMatchObject({ replaces: true });
    expect(await newestSaid()).toBe("The officer invited Again again");
    expect(await findInvitation(first!.done!.token!)).toMatchObject({ state: "expired" });

    await withdrawInvitation(world.actors.officer, { person, reason });
    expect(await newestSaid()).toBe("The officer withdrew the invitation of Again");
    await expect(accept(renewed!.token)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(withdrawInvitation(world.actors.officer, { person, reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("No invitation of Again works any more"),
    });
  });

  test("that a command made is withdrawn on the screen as well", async () => {
    const command = operator(database.ownerUrl, "npm run people:invite", world.organisationId);
    const { token } = await perform(command, "person.invite", (tx) =>
      invitePerson(tx, { email: "command@council.test", role: "reader" }, world.organisationId),
    );
    await withdrawInvitation(world.actors.officer, { person: await idOf("command@council.test"), reason });
    expect(await findInvitation(token!)).toMatchObject({ state: "expired" });
  });

  test("is never made to last longer by SQL, nor another council’s ended", async () => {
    await invite(reader("longer@council.test"));
    const longer = "update invitation set expires_at = now() + interval '30 days' where accepted_at is null";
    await expect(written("asApp", "officer", "invitation.renew", longer)).rejects.toThrow("not made to last longer");
    await database.asOwner(`do $$ begin perform audit.begin_operator('test', 'operator.change', '${neighbour.organisationId}');
      insert into invitation (person_id, token_hash, expires_at) values ('${neighbour.people.lead}', 'theirs', now() + interval '1 day'); end $$`);
    const theirs = `update invitation set expires_at = now() where person_id = '${neighbour.people.lead}'`;
    await expect(written("asApp", "officer", "invitation.withdraw", theirs)).rejects.toMatchObject({
      detail: "WRONG_SCOPE",
    });
  });
});
