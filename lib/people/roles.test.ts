import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { listEntries } from "#lib/history/list-entries";
import { grantRole } from "#lib/people/grant-role";
import { listRolesOf } from "#lib/people/list-roles-of";
import { revokeRole } from "#lib/people/revoke-role";
import type { HeldRole } from "#lib/rules/held-role";
import { bySql } from "#lib/testing/by-sql";
import { letIn } from "#lib/testing/let-in";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const origin = { address: null, agent: null };
const auditor: HeldRole = { role: "auditor", teamId: null };
const officer: HeldRole = { role: "performance officer", teamId: null };
const reason = "They changed posts.";
let world: World;
let neighbour: World;

type Who = keyof World["people"];

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await letIn(database, world.people.officer, world.people.auditor, world.people.head);
});

const grant = (by: Who, to: Who, ...roles: HeldRole[]) =>
  grantRole(world.actors[by], { person: world.people[to], roles });
const rolesOf = (who: Who) => listRolesOf(world.actors.officer, world.people[who]);
const heldBy = async (who: Who) => (await rolesOf(who)).held.map(({ role, team }) => [role, team]);
const grantOf = async (who: Who, role: string) => (await rolesOf(who)).held.find((one) => one.role === role)!.id;
const revoke = async (by: Who, from: Who, role: string) =>
  revokeRole(world.actors[by], { grant: await grantOf(from, role), reason });
const newestSaid = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group!.headline.parts.map(({ text }) => text).join("");
};

describe("a role", () => {
  test("is granted by the officer, works on the very next request, and so does revoking it", async () => {
    const token = await startSession(world.people.reader, origin);
    const held = async () => (await findActor(token, origin))!.roles.map(({ role }) => role);
    expect(await held()).toEqual(["reader"]);
    await grant("officer", "reader", auditor);
    expect(await held()).toEqual(["auditor", "reader"]);
    expect(await newestSaid()).toBe("The officer granted The reader the role auditor");

    await revoke("officer", "reader", "auditor");
    expect(await held()).toEqual(["reader"]);
    expect(await newestSaid()).toBe("The officer revoked the role auditor of The reader");
    const { before } = await rolesOf("reader");
    expect(before).toMatchObject([{ role: "auditor", grantedBy: "The officer", revokedBy: "The officer" }]);
    const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
    expect(group!.headline.detail).toContain(reason);
  });

  test("of a team is granted for several teams at once", async () => {
    const { assessment, workforce } = world.teams;
    await grant(
      "officer",
      "secondLead",
      { role: "head of service", teamId: assessment },
      { role: "head of service", teamId: workforce },
    );
    expect(await heldBy("secondLead")).toEqual([
      ["head of service", "Assessment"],
      ["head of service", "Workforce"],
      ["team lead", "Assessment"],
    ]);
  });

  test("that is held already is not granted again, nor anything with it", async () => {
    const before = await heldBy("otherLead");
    await expect(
      grant("officer", "otherLead", auditor, { role: "team lead", teamId: world.teams.workforce }),
    ).rejects.toMatchObject({ code: "CONFLICT", fields: { roles: expect.stringContaining("holds one of these") } });
    expect(await heldBy("otherLead")).toEqual(before);
  });

  test("is granted by one of two officers who do so at once", async () => {
    await grant("officer", "auditor", officer);
    const both = await Promise.allSettled(
      (["officer", "auditor"] as const).map((by) => grant(by, "otherHead", { role: "reader", teamId: null })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  test.each(["lead", "head", "leadAndHead", "reader"] as const)(
    "is neither granted nor revoked by the %s",
    async (who) => {
      await expect(grant(who, "otherLead", auditor)).rejects.toMatchObject({ code: "WRONG_ROLE" });
      await expect(revoke(who, "otherLead", "team lead")).rejects.toMatchObject({ code: "WRONG_ROLE" });
      const [entry] = await database.asOwner(
        "select e.verb, e.operation, a.code from audit.entry e join audit.action a on a.id = e.action order by e.position desc limit 1",
      );
      expect(entry).toMatchObject({ verb: "role.revoke", operation: "refused", code: "WRONG_ROLE" });
    },
  );

  test("is granted to nobody by themselves, on the screen and by SQL", async () => {
    await expect(grant("officer", "officer", auditor)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const own = (by: string) =>
      `insert into role_grant (organisation_id, person_id, role, granted_by) values ('${world.organisationId}', '${world.people.officer}', 'auditor', ${by})`;
    await expect(written("asApp", "officer", "role.grant", own(`'${world.people.officer}'`))).rejects.toThrow(
      "nobody_grants_to_themselves",
    );
    for (const by of ["null", `'${world.people.auditor}'`]) {
      await expect(written("asApp", "officer", "role.grant", own(by)), by).rejects.toMatchObject({
        detail: "FALSE_AUTHOR",
      });
    }
  });

  test("is for a team there is, and for nobody who is disabled", async () => {
    const elsewhere = { role: "team lead", teamId: neighbour.teams.assessment } as const;
    await expect(grant("officer", "otherLead", elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await database.asOwner(`do $$ begin perform audit.begin_operator('test');
      update person set disabled_at = now() where id = '${world.people.otherLead}'; end $$`);
    await expect(grant("officer", "otherLead", auditor)).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test("is granted to nobody who belongs to another organisation, on the screen and by SQL", async () => {
    const given = { person: neighbour.people.reader, roles: [auditor] };
    await expect(grantRole(world.actors.officer, given)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const insert = `insert into role_grant (organisation_id, person_id, role, granted_by)
      values ('${world.organisationId}', '${neighbour.people.reader}', 'auditor', '${world.people.officer}')`;
    await expect(written("asApp", "officer", "role.grant", insert)).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await expect(written("asApp", "officer", "role.grant", insert)).rejects.toThrow("belongs to another organisation");
  });

  test("is revoked once: the second is told who did it, and when", async () => {
    const id = await grantOf("leadAndHead", "team lead");
    await revokeRole(world.actors.officer, { grant: id, reason });
    await expect(revokeRole(world.actors.officer, { grant: id, reason })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(/^The officer revoked this role already, on \d/),
    });
    await expect(revokeRole(world.actors.officer, { grant: world.people.officer, reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the last performance officer", () => {
  test("stays: of two who revoke each other at once, one remains", async () => {
    const both = await Promise.allSettled([
      revoke("officer", "auditor", "performance officer"),
      revoke("auditor", "officer", "performance officer"),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "WRONG_ROLE" } });
    const officers = await database.asOwner(
      `select person_id::text as id from role_grant where organisation_id = '${world.organisationId}' and role = 'performance officer' and revoked_at is null`,
    );
    expect(officers).toHaveLength(1);

    const [name] = (["officer", "auditor"] as const).filter((who) => world.people[who] === officers[0]!.id);
    await expect(revoke(name!, name!, "performance officer")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message:
        "The last performance officer stays: make somebody else one first, from today at the latest and without an end, who can sign in.",
    });
  });
});
