import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { listEntries } from "#lib/history/list-entries";
import { getWaysIn } from "#lib/people/get-ways-in";
import { grantRole } from "#lib/people/grant-role";
import { handOver } from "#lib/people/hand-over";
import { GrantRoleInput } from "#lib/people/inputs";
import { invitePeople } from "#lib/people/invite-people";
import { listRolesOf } from "#lib/people/list-roles-of";
import { nameDeputy } from "#lib/people/name-deputy";
import { listPeople } from "#lib/people/queries";
import { revokeRole } from "#lib/people/revoke-role";
import { addDays, type Day, dayIn } from "#lib/rules/day";
import type { HeldRole } from "#lib/rules/held-role";
import { dateName } from "#lib/rules/moment";
import { bySql } from "#lib/testing/by-sql";
import { letIn } from "#lib/testing/let-in";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const origin = { address: null, agent: null };
const auditor: HeldRole = { role: "auditor", teamId: null };
const officer: HeldRole = { role: "performance officer", teamId: null };
const reader: HeldRole = { role: "reader", teamId: null };
const reason = "They changed posts.";
// Whichever clock the machine has, these two are a day apart at any moment.
const [behind, ahead] = ["Etc/GMT+12", "Pacific/Kiritimati"];
let world: World;
let neighbour: World;
let today: Day;

type Who = keyof World["people"];
type Days = { fromDay?: string | null; toDay?: string | null };

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await letIn(database, world.people.officer, world.people.auditor, world.people.head);
  today = dayIn(world.actors.officer.organisation.timeZone, new Date());
});

const inDays = (count: number) => addDays(today, count);
const grant = (to: Who, days: Days, ...roles: HeldRole[]) =>
  grantRole(world.actors.officer, { person: world.people[to], roles, ...days });
const rolesOf = (who: Who) => listRolesOf(world.actors.officer, world.people[who]);
const said = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group!.headline.parts.map(({ text }) => text).join("");
};
const operated = (write: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${write}; end $$`);
const inZone = (zone: string) =>
  operated(`update organisation set time_zone = '${zone}' where id = '${world.organisationId}'`);
const granted = (who: Who, role: string, more: string) =>
  `insert into role_grant (organisation_id, person_id, role, granted_by, from_day, to_day)
   values ('${world.organisationId}', '${world.people[who]}', '${role}', '${world.people.officer}', ${more})`;
const idOf = async (who: Who, role: string) => {
  const { held, toCome } = await rolesOf(who);
  return [...held, ...toCome].find((one) => one.role === role)!.id;
};

describe("a role to come", () => {
  test("stands apart, is said with its day, and is not held; it is withdrawn before it begins", async () => {
    await grant("otherHead", { fromDay: inDays(10), toDay: inDays(20) }, auditor);
    expect(await said()).toBe(
      `The officer granted ${world.actors.otherHead.person.name} the role auditor from ${dateName(inDays(10))} until ${dateName(inDays(20))}`,
    );
    const { held, toCome } = await rolesOf("otherHead");
    expect(held.map(({ role }) => role)).not.toContain("auditor");
    expect(toCome).toMatchObject([{ role: "auditor", fromDay: inDays(10), toDay: inDays(20) }]);
    const listed = (await listPeople(world.actors.officer)).find(({ id }) => id === world.people.otherHead)!;
    expect(listed.roles).toContainEqual({ role: "auditor", team: null, fromDay: inDays(10), toDay: inDays(20) });

    const withdrawn = await revokeRole(world.actors.officer, { grant: toCome[0]!.id, reason });
    expect(withdrawn).toMatchObject({ hadBegun: false });
    expect(await said()).toContain(`revoked the role auditor (from ${dateName(inDays(10))}`);
    expect((await rolesOf("otherHead")).before).toMatchObject([{ role: "auditor", fromDay: inDays(10) }]);
  });

  test("stands on the account of whose it is, with its days, beside what they hold", async () => {
    await grant("reader", { fromDay: inDays(10), toDay: inDays(20) }, auditor);
    await grant("reader", { toDay: inDays(4) }, { role: "team lead", teamId: world.teams.workforce });
    expect((await getWaysIn(world.actors.reader)).roles).toEqual([
      { role: "auditor", team: null, fromDay: inDays(10), toDay: inDays(20) },
      { role: "reader", team: null, fromDay: null, toDay: null },
      { role: "team lead", team: "Workforce", fromDay: null, toDay: inDays(4) },
    ]);
    for (const role of ["auditor", "team lead"])
      await revokeRole(world.actors.officer, { grant: await idOf("reader", role), reason });
    expect((await getWaysIn(world.actors.reader)).roles).toMatchObject([{ role: "reader" }]);
  });

  test("begins by itself at midnight of the council's own zone, in a session that was there before", async () => {
    const token = await startSession(world.people.reader, origin);
    const held = async () => (await findActor(token, origin))!.roles.map(({ role }) => role);
    await inZone(behind!);
    const first = dayIn(ahead!, new Date());
    await grant("reader", { fromDay: first }, auditor);
    expect(await held()).toEqual(["reader"]);
    await inZone(ahead!);
    expect(await held()).toEqual(["auditor", "reader"]);
    await inZone("Europe/London");
  });

  test.each([
    ["from a day that has passed", { fromDay: "2026-01-01", toDay: null }, "from"],
    ["until a day that has passed", { fromDay: null, toDay: "2026-01-01" }, "until"],
  ])("is not granted %s", async (_, days, field) => {
    await expect(grant("otherLead", days, reader)).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.any(String) },
    });
    const more = `${days.fromDay ? `'${days.fromDay}'` : "null"}, ${days.toDay ? `'${days.toDay}'` : "null"}`;
    await expect(written("asApp", "officer", "role.grant", granted("otherLead", "reader", more))).rejects.toMatchObject(
      { detail: "WRONG_STATE" },
    );
  });

  test("does not end before it begins", async () => {
    const more = `'${inDays(5)}', '${inDays(4)}'`;
    await expect(written("asApp", "officer", "role.grant", granted("otherLead", "reader", more))).rejects.toMatchObject(
      { detail: "WRONG_STATE" },
    );
  });

  test("is granted beside one that ends before, and not on a day of another", async () => {
    await grant("otherLead", { toDay: inDays(5) }, reader);
    for (const days of [{}, { fromDay: inDays(5) }, { toDay: inDays(1) }]) {
      await expect(grant("otherLead", days, reader)).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining(`already, until ${dateName(inDays(5))}`),
      });
    }
    await expect(
      written("asApp", "officer", "role.grant", granted("otherLead", "reader", `'${inDays(5)}', null`)),
    ).rejects.toMatchObject({ detail: "CONFLICT" });
    await grant("otherLead", { fromDay: inDays(6), toDay: inDays(8) }, reader);
    await expect(grant("otherLead", { fromDay: inDays(8) }, reader)).rejects.toMatchObject({ code: "CONFLICT" });
    const { held, toCome } = await rolesOf("otherLead");
    expect([held, toCome].map((those) => those.filter(({ role }) => role === "reader").length)).toEqual([1, 1]);
  });

  test("is granted by one of two officers who do so at once", async () => {
    await grant("auditor", {}, officer);
    const both = await Promise.allSettled(
      (["officer", "auditor"] as const).map((by) =>
        grantRole(world.actors[by], { person: world.people.secondLead, roles: [reader], fromDay: inDays(3) }),
      ),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    await revokeRole(world.actors.officer, { grant: await idOf("auditor", "performance officer"), reason });
  });

  test("is what somebody new is invited to, from today at the earliest", async () => {
    const newcomer = async (fromDay: string) => {
      const given = { email: "starter@council.test", name: "A starter", roles: [reader], problem: null, fromDay };
      return (await invitePeople(world.actors.officer, [given]))[0]!;
    };
    expect((await newcomer(inDays(-1))).refusal).toContain("no day that has passed");
    const { done, refusal } = await newcomer(inDays(10));
    expect([refusal, done]).toEqual([null, expect.objectContaining({ granted: 1, token: expect.any(String) })]);
    const { held, toCome } = await listRolesOf(world.actors.officer, done!.personId);
    expect([held, toCome]).toMatchObject([[], [{ role: "reader", fromDay: inDays(10), toDay: null }]]);
    expect((await newcomer(inDays(20))).done).toMatchObject({ granted: 0, replaces: true });
  });

  test("keeps its first day, whoever writes", async () => {
    const write = `update role_grant set from_day = '${today}' where person_id = '${world.people.secondLead}' and role = 'reader'`;
    await expect(written("asOwner", "officer", "role.revoke", write)).rejects.toThrow("does not write this");
    await expect(operated(write)).rejects.toThrow("from_day");
  });

  test("binds who is to hold it: another council lets them in no more, until it is over", async () => {
    const newcomer = (email: string) =>
      invitePeople(neighbour.actors.officer, [{ email, name: "", roles: [reader], problem: null }]);
    await database.asOwner(`do $$ begin perform audit.begin_operator('test');
      insert into person (email, name) values ('shared@candour.test', 'Shared');
      insert into role_grant (organisation_id, person_id, role, from_day)
      select '${world.organisationId}', id, 'reader', '${inDays(30)}' from person where email = 'shared@candour.test'; end $$`);
    expect((await newcomer("shared@candour.test"))[0]!.refusal).toContain("another organisation");
    await operated(`update role_grant set revoked_at = now() where from_day = '${inDays(30)}';
      insert into role_grant (organisation_id, person_id, role, from_day, to_day)
      select '${world.organisationId}', id, 'reader', '2026-01-01', '2026-01-31' from person where email = 'shared@candour.test'`);
    expect((await newcomer("shared@candour.test"))[0]!.refusal).toBeNull();
  });
});

describe("a role that is held", () => {
  test("is revoked with the end of a day, which is said, and only ever brought nearer", async () => {
    await grant("head", {}, reader);
    const id = await idOf("head", "reader");
    const until = (day: string) => revokeRole(world.actors.officer, { grant: id, reason, until: day as Day });
    await until(inDays(40));
    expect(await said()).toBe(
      `The officer revoked the role reader of ${world.actors.head.person.name} with the end of ${dateName(inDays(40))}`,
    );
    const [held] = (await rolesOf("head")).held.filter(({ role }) => role === "reader");
    expect(held).toMatchObject({ toDay: inDays(40) });

    await until(inDays(30));
    await expect(until(inDays(31))).rejects.toMatchObject({
      code: "INVALID",
      fields: { until: expect.stringContaining(`ends with ${dateName(inDays(30))} already`) },
    });
    await expect(until(inDays(-1))).rejects.toMatchObject({ code: "INVALID" });
    for (const end of ["null", `'${inDays(31)}'`]) {
      const later = `update role_grant set to_day = ${end} where id = '${id}'`;
      await expect(written("asApp", "officer", "role.revoke", later), end).rejects.toMatchObject({ detail: "KEPT" });
    }
    const passed = `update role_grant set to_day = '${inDays(-1)}' where id = '${id}'`;
    await expect(written("asApp", "officer", "role.revoke", passed)).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });

  test("is given an end by the officer alone, of their own organisation", async () => {
    const given = { grant: await idOf("head", "reader"), reason, until: today };
    await expect(revokeRole(world.actors.lead, given)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(revokeRole(neighbour.actors.officer, given)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("ends by itself at midnight, within an open form too, and is refused in words", async () => {
    await inZone(behind!);
    const last = dayIn(behind!, new Date());
    const lead = (await rolesOf("lead")).held.find(({ role }) => role === "team lead")!;
    await revokeRole(world.actors.officer, { grant: lead.id, reason, until: last });
    const token = await startSession(world.people.lead, origin);
    expect((await findActor(token, origin))!.roles).toMatchObject([{ role: "team lead" }]);
    await inZone(ahead!);
    expect((await findActor(token, origin))!.roles).toEqual([]);
    await expect(written("asApp", "lead", "actual.record", "perform 1")).rejects.toMatchObject({
      detail: "WRONG_ROLE",
    });
    const { officer: teller } = world.actors;
    const there = { ...teller, organisation: { ...teller.organisation, timeZone: ahead! } };
    const { before } = await listRolesOf(there, world.people.lead);
    expect(before).toMatchObject([{ role: "team lead", toDay: last, revokedAt: null }]);
    await expect(revokeRole(world.actors.officer, { grant: lead.id, reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: `This role was held until ${dateName(last)}: it is over already.`,
    });
    await inZone("Europe/London");
  });

  test("is handed over with its days", async () => {
    const lead: HeldRole = { role: "team lead", teamId: world.teams.workforce };
    const mine = async (who: Who) => {
      const { held, toCome } = await rolesOf(who);
      return [held, toCome].map((those) =>
        those.filter(({ teamId }) => teamId === lead.teamId).map(({ toDay }) => toDay),
      );
    };
    await grant("leadAndHead", { toDay: inDays(7) }, { role: "head of service", teamId: lead.teamId });
    await grant(
      "leadAndHead",
      { fromDay: inDays(8), toDay: inDays(9) },
      { role: "head of service", teamId: lead.teamId },
    );
    await handOver(world.actors.officer, { person: world.people.leadAndHead, to: world.people.reader, reason });
    expect((await rolesOf("leadAndHead")).toCome).toEqual([]);
    expect((await mine("reader")).map((those) => those.filter(Boolean))).toEqual([[inDays(7)], [inDays(9)]]);
  });
});

describe("whether a role is held", () => {
  const lead = () => ({ team: world.teams.assessment, who: world.people.otherHead });
  const leads = (from: string, until: string) =>
    operated(`update role_grant set revoked_at = now() where person_id = '${lead().who}' and role = 'team lead' and revoked_at is null;
      insert into role_grant (organisation_id, person_id, role, team_id, from_day, to_day)
      values ('${world.organisationId}', '${lead().who}', 'team lead', '${lead().team}', ${from}, ${until})`);
  const mayStandIn = async () => {
    const [found] = await database.asOwner("select holding.may_be_deputy($1, $2) as may", [
      lead().who,
      world.organisationId,
    ]);
    return found?.may;
  };
  const isTold = async () => {
    const of = crypto.randomUUID();
    await operated(`update role_grant set revoked_at = now() where person_id = '${lead().who}' and role = 'head of service' and revoked_at is null;
      perform tell(jsonb_populate_record(null::notice, jsonb_build_object('kind', 'opened', 'of_row', '${of}',
        'scorecard_id', '${world.scorecard.id}', 'month', '2013-12-01', 'team_id', '${lead().team}')), '{team lead}')`);
    const told = await database.asOwner("select from notice where of_row = $1 and person_id = $2", [of, lead().who]);
    return told.length === 1;
  };
  const lostARole = async (who: Who) => {
    const [found] = await database.asOwner(
      "select files.lost_a_role($1, $2, now() - interval '2 days', now()) as lost",
      [world.people[who], world.organisationId],
    );
    return found?.lost;
  };

  test.each([
    ["from today", "utc", "null", true],
    ["until today", "null", "utc", true],
    ["from tomorrow", "utc + 1", "null", false],
    ["until yesterday", "null", "utc - 1", false],
  ])("is asked of who stands in and who is told: %s", async (_, from, until, expected) => {
    await inZone("UTC");
    const utc = "(now() at time zone 'UTC')::date";
    await leads(from.replace("utc", utc), until.replace("utc", utc));
    expect(await isTold()).toBe(expected);
    expect(await mayStandIn()).toBe(expected);
    await inZone("Europe/London");
  });

  test("is asked of who fetches a file: a role that ended since is lost, one that never began was not", async () => {
    await operated(`insert into role_grant (organisation_id, person_id, role, from_day)
      values ('${world.organisationId}', '${world.people.secondLead}', 'auditor', '${inDays(3)}')`);
    expect(await lostARole("secondLead")).toBe(false);
    await operated(
      `update role_grant set revoked_at = now() where person_id = '${world.people.secondLead}' and role = 'auditor'`,
    );
    expect(await lostARole("secondLead")).toBe(false);
    await operated(
      `update role_grant set to_day = '${inDays(-1)}' where person_id = '${world.people.secondLead}' and role = 'team lead'`,
    );
    expect(await lostARole("secondLead")).toBe(true);
    await operated(`insert into role_grant (organisation_id, person_id, role, team_id)
      select organisation_id, person_id, role, team_id from role_grant
      where person_id = '${world.people.secondLead}' and role = 'team lead' and to_day = '${inDays(-1)}' limit 1`);
    expect(await lostARole("secondLead")).toBe(false);
  });

  test("is asked of the head for whom somebody stands in, of every day", async () => {
    const [grantOfHead] = (await rolesOf("head")).held.filter(({ role }) => role === "head of service");
    await operated(`update role_grant set to_day = '${inDays(5)}' where id = '${grantOfHead!.id}'`);
    const named = (toDay: Day) => ({
      headId: world.people.head,
      teamId: grantOfHead!.teamId!,
      deputyId: world.people.otherLead,
      fromDay: inDays(4),
      toDay,
    });
    await expect(nameDeputy(world.actors.officer, named(inDays(6)))).rejects.toMatchObject({
      code: "INVALID",
      fields: { to: expect.stringMatching(/^They head this team until /) },
    });
    await expect(
      written(
        "asApp",
        "officer",
        "deputy.name",
        `insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day, named_by) values ('${world.organisationId}', '${world.people.head}',
          '${world.people.otherLead}', '${grantOfHead!.teamId}', '${inDays(4)}', '${inDays(6)}', '${world.people.officer}')`,
      ),
    ).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await nameDeputy(world.actors.officer, named(inDays(5)));
  });
});

test("a day that is blank is none, and what is no day is asked for again", () => {
  const read = (from: string, until: string) =>
    GrantRoleInput.safeParse({ person: world.people.reader, "role.auditor": "on", from, until });
  expect(read(" ", "").data).toMatchObject({ fromDay: null, toDay: null });
  expect(read(" 2099-01-01 ", "\t").data).toMatchObject({ fromDay: "2099-01-01", toDay: null });
  expect(read("soon", "").error?.issues).toMatchObject([{ path: ["from"] }]);
  expect(read("2099-01-02", "2099-01-01").error?.issues).toMatchObject([{ path: ["until"] }]);
});

describe("nobody", () => {
  test("grants to themselves, or extends their own, with days either", async () => {
    const own = { person: world.people.officer, roles: [auditor], fromDay: inDays(1) };
    await expect(grantRole(world.actors.officer, own)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(
      written("asApp", "officer", "role.grant", granted("officer", "auditor", `'${inDays(1)}', null`)),
    ).rejects.toThrow("nobody_grants_to_themselves");
  });
});

describe("the last performance officer", () => {
  const endOwn = async (who: Who, until?: Day) =>
    revokeRole(world.actors[who], { grant: await idOf(who, "performance officer"), reason, until });
  const stays = { code: "WRONG_STATE", message: expect.stringContaining("The last performance officer stays") };

  test("gives themselves no end, and is not disabled, while the others end or are to come", async () => {
    await grant("auditor", { toDay: inDays(20) }, officer);
    await grant("secondLead", { fromDay: inDays(10) }, officer);
    await expect(endOwn("officer", inDays(30))).rejects.toMatchObject(stays);
    await expect(endOwn("officer")).rejects.toMatchObject(stays);
    await expect(
      operated(`update person set disabled_at = now() where id = '${world.people.officer}'`),
    ).rejects.toThrow("The last performance officer stays");
    await endOwn("auditor", inDays(5));
  });

  test("stays while the others were invited and never came in", async () => {
    await grant("otherLead", {}, officer);
    await expect(endOwn("officer")).rejects.toMatchObject(stays);
    await letIn(database, world.people.otherLead);
    await endOwn("otherLead");
  });

  test("of two who give themselves an end at once, one remains", async () => {
    await grant("head", {}, officer);
    const both = await Promise.allSettled([endOwn("officer", inDays(3)), endOwn("head", inDays(3))]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: stays });
  });
});
