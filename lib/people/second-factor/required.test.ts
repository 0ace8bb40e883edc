import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Role } from "#db/vocabulary";
import { operator, type PersonActor } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { may, type Verb } from "#lib/access/permissions";
import { startSession } from "#lib/access/start-session";
import { startSessionFor } from "#lib/access/start-session-for";
import { perform } from "#lib/audit/perform";
import { cancelFile } from "#lib/files/cancel-file";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { addOpenIdLink } from "#lib/people/add-openid-link";
import { changePassword } from "#lib/people/change-password";
import { endSession } from "#lib/people/end-session";
import { grantRole } from "#lib/people/grant-role";
import { nameDeputy } from "#lib/people/name-deputy";
import { ledByRole } from "#lib/people/second-factor/led-by-role";
import { listWithoutSecondFactor } from "#lib/people/second-factor/list-without";
import { removeSecondFactor } from "#lib/people/second-factor/remove-second-factor";
import { resetByCommand } from "#lib/people/second-factor/reset-second-factor";
import { addDays, dayIn } from "#lib/rules/day";
import { mustEnrolWords } from "#lib/rules/second-factor-words";
import { getSettings } from "#lib/settings/get-settings";
import { setSecondFactorRule } from "#lib/settings/set-second-factor-rule";
import { bySql } from "#lib/testing/by-sql";
import { codeOf, enrolled } from "#lib/testing/enrolled";
import { givePassword } from "#lib/testing/give-password";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

const database = useDatabase();
const current = "a horse and a battery";
const origin = { address: "192.0.2.9", agent: "test" };
const openBefore = ["second_factor.enrol", "second_factor.confirm", "session.end"];
let world: World;
let neighbour: World;
let officer: PersonActor;
const written = bySql(database, () => world);
const sees = (token: string) => findActor(token, origin);
const present = async (who: keyof World["people"]) => (await sees(await startSession(world.people[who], origin)))!;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.NEXTAUTH_URL = "https://candour.example.gov.uk";
  world = await makeWorld(database);
  for (const who of ["officer", "lead", "secondLead", "auditor"]) {
    await givePassword(database.ownerUrl, String(world.actors[who as "lead"].person.email), current);
  }
  neighbour = await makeNeighbour(database);
  officer = await present("officer");
  Object.assign(world.actors, { officer, lead: await present("lead") });
}, 60_000);
beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const rule = async (...needed: Role[]) =>
  setSecondFactorRule(officer, { needed, seen: (await getSettings(officer)).version });
const said = async () => sentenceText((await listEntries(world.actors.auditor, {}, null, 1)).groups[0]!.headline);
const begin = (token: string, verb: string, head: string | null = null) =>
  database.asApp("select audit.begin_person($1, $2, null, null, null, null, null, null, $3)", [token, verb, head]);

describe("the roles that need a second factor", () => {
  test("are no officer’s to set who would be led to set up one of their own", async () => {
    const wrong = { code: "WRONG_STATE", message: expect.stringMatching(/^Your own role would need a second factor/) };
    await expect(rule("performance officer")).rejects.toMatchObject(wrong);
    const set = `update organisation set needs_second_factor = '{"performance officer"}' where id = '${world.organisationId}'`;
    await expect(written("asApp", "officer", "second_factor_rule.set", set)).rejects.toMatchObject({
      detail: "WRONG_STATE",
    });
    expect((await getSettings(officer)).needsSecondFactor).toBeNull();
  });

  test("are told beforehand by whom they would lead to set one up: who has a password and nothing beside it", async () => {
    const led = ledByRole(await listWithoutSecondFactor(officer));
    expect(led["team lead"]).toBe("Leads 2 people to set one up: The lead, The secondLead.");
    expect(led["performance officer"]).toBe("Leads one person to set one up: The officer.");
    expect(led["head of service"]).toBe("Leads nobody to set one up.");
  });

  test("are set by the officer who has one, and stand in the history", async () => {
    await enrolled(officer, current);
    await rule("team lead", "performance officer");
    expect(await said()).toBe(
      "The officer set who needs a second factor: team leads and performance officers, before nobody",
    );
    await rule("team lead");
    expect(await said()).toBe(
      "The officer set who needs a second factor: team leads, before team leads and performance officers",
    );
    await expect(
      setSecondFactorRule(officer, { needed: [], seen: (await getSettings(officer)).version - 1 }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message:
        "The settings were changed after you opened them: a second factor is needed by team leads. Yours was not saved.",
    });
  });

  test("are those that there are, each once or none", async () => {
    for (const list of ["{}", '{"auditor","king"}']) {
      const set = `update organisation set needs_second_factor = '${list}' where id = '${world.organisationId}'`;
      await expect(written("asApp", "officer", "second_factor_rule.set", set), list).rejects.toThrow(
        "roles_that_need_a_second_factor_are_known",
      );
    }
  });
});

describe("who has to have a second factor and has none", () => {
  test("holds no role, in a session that began before the rule and in a new one; others go on, here and elsewhere", async () => {
    for (const lead of [await sees(world.actors.lead.token), await present("lead")]) {
      expect(lead).toMatchObject({ roles: [], mustEnrol: ["team lead"] });
    }
    expect(await sees(officer.token)).not.toHaveProperty("mustEnrol");
    for (const who of ["head", "auditor"] as const) {
      expect(await present(who)).not.toHaveProperty("mustEnrol");
    }
    expect(await sees(neighbour.actors.lead.token)).not.toHaveProperty("mustEnrol");
  });

  test("may nothing but set it up and sign out, whatever the door", async () => {
    const lead = await present("lead");
    const verbs = (await database.asOwner("select verb from audit.verb where of_person")).map(({ verb }) =>
      String(verb),
    );
    expect(verbs).toEqual(expect.arrayContaining(openBefore));
    for (const verb of verbs) {
      expect(may(lead, verb as Verb), verb).toBe(openBefore.includes(verb));
      const begun = begin(lead.token, verb);
      if (openBefore.includes(verb)) await begun;
      else await expect(begun, verb).rejects.toMatchObject({ detail: "NO_FACTOR" });
    }
    const read = database.asApp("select audit.read($1, 'scorecard.export', $2, '{}', null, null)", [
      lead.token,
      world.scorecard.id,
    ]);
    await expect(read).rejects.toMatchObject({ detail: "WRONG_ROLE" });
    await expect(cancelFile(lead, randomUUID())).rejects.toMatchObject({ code: "NO_FACTOR" });
    expect(await database.asApp("select access.see_notices($1, '{1}') as left", [lead.token])).toEqual([
      { left: null },
    ]);
    await expect(
      changePassword(lead, { current, password: "another horse, another battery", again: "" }),
    ).rejects.toThrow(mustEnrolWords);
    await endSession(lead);
    expect(await sees(lead.token)).toBeNull();
  });

  test("is refused in words, which are entered", async () => {
    const lead = await present("lead");
    await expect(perform(lead, "session.end_others", async () => undefined)).rejects.toMatchObject({
      code: "NO_FACTOR",
      message: expect.stringMatching(/^Your role needs a second factor/),
    });
    expect(await said()).toBe(
      "The lead was refused: end their other sessions. They have to set up a second factor first",
    );
  });

  test("goes on with their roles once it is confirmed, and keeps it while they hold them", async () => {
    const lead = await present("lead");
    const { codes } = await enrolled(lead, current);
    expect(await sees(lead.token)).toMatchObject({ roles: [{ role: "reader" }, { role: "team lead" }] });
    const kept = await sees(lead.token);
    expect(kept).not.toHaveProperty("mustEnrol");
    await expect(removeSecondFactor(kept!, { current, code: codes[0]! })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(/^Your role needs a second factor, so yours stays/),
    });
    expect(await sees(lead.token)).toMatchObject({ roles: [{ role: "reader" }, { role: "team lead" }] });
    await rule();
    await removeSecondFactor(kept!, { current, code: codes[0]! });
    await rule("team lead");
    expect(await sees(lead.token)).toMatchObject({ roles: [], mustEnrol: ["team lead"] });
  });

  test("is led anew where theirs is reset, whatever their session began by", async () => {
    const lead = await present("secondLead");
    const { secret } = await enrolled(lead, current);
    const { checkCode } = await import("#lib/access/second-factor/check-code");
    const checked = await checkCode(lead.person.id, codeOf(secret));
    const token = await startSession(lead.person.id, origin, "code", checked.ok ? checked.shown : null);
    expect(await sees(token)).not.toHaveProperty("mustEnrol");
    const command = operator(database.ownerUrl, "They lost a phone.", world.organisationId);
    await perform(command, "second_factor.reset", (tx) => resetByCommand(tx, command, lead.person.email));
    expect(await sees(token)).toMatchObject({ roles: [], mustEnrol: ["team lead"] });
  });

  test("is a deputy too, where heads of service need one: not in the head’s name, nor in their own", async () => {
    const today = dayIn("Europe/London", new Date());
    await nameDeputy(world.actors.head, {
      headId: world.people.head,
      teamId: world.teams.assessment,
      deputyId: world.people.otherLead,
      fromDay: today,
      toDay: addDays(today, 7),
    });
    await rule();
    const deputy = await present("otherLead");
    expect(deputy.standsFor).toHaveLength(1);
    await begin(deputy.token, "comment.approve", world.people.head);
    await rule("head of service");
    const led = (await sees(deputy.token))!;
    expect(led).toMatchObject({ roles: [], mustEnrol: ["head of service"] });
    expect(led).not.toHaveProperty("standsFor");
    await expect(begin(deputy.token, "comment.approve", world.people.head)).rejects.toMatchObject({
      detail: "NO_FACTOR",
    });
    await rule("team lead");
  });

  test("is led by a role that they are granted, from then on", async () => {
    await rule("reader");
    expect(await sees(world.actors.head.token)).not.toHaveProperty("mustEnrol");
    await grantRole(officer, { person: world.people.head, roles: [{ role: "reader", teamId: null }] });
    expect(await sees(world.actors.head.token)).toMatchObject({ roles: [], mustEnrol: ["reader"] });
  });
});

describe("who is not asked", () => {
  test("is whoever an issuer vouched for: it asks for what it asks for", async () => {
    await rule();
    const auditor = await present("auditor");
    await addOpenIdLink(auditor, {
      issuer: "https://issuer.test",
      subject: "auditor",
      current,
      code: undefined,
    });
    await rule("auditor");
    const vouched = await sees(await startSession(auditor.person.id, origin, "openid"));
    expect(vouched).toMatchObject({ roles: [{ role: "auditor" }, { role: "reader" }] });
    expect(await present("auditor")).toMatchObject({ roles: [], mustEnrol: ["auditor"] });
  });

  test("is a command, which runs on the server", async () => {
    const begun = await startSessionFor(world.actors.auditor.person.email, "a command");
    expect(begun).not.toHaveProperty("mustEnrol");
    expect(begun.roles).toMatchObject([{ role: "auditor" }, { role: "reader" }]);
  });
});
