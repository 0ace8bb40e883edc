import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { listEntries } from "#lib/history/list-entries";
import { addTeam } from "#lib/people/add-team";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { grantRole } from "#lib/people/grant-role";
import { listTeams } from "#lib/people/list-teams";
import { renameTeam } from "#lib/people/rename-team";
import { bySql } from "#lib/testing/by-sql";
import { letIn } from "#lib/testing/let-in";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const origin = { address: null, agent: null };
const reason = "They left the council.";
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await letIn(database, world.people.officer, world.people.auditor, world.people.head);
});

type Who = keyof World["people"];
const disable = (by: Who, whom: Who) => disablePerson(world.actors[by], { person: world.people[whom], reason });
const enable = (by: Who, whom: Who) => enablePerson(world.actors[by], { person: world.people[whom] });
const newestSaid = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group!.headline.parts.map(({ text }) => text).join("");
};
const others = ["lead", "head", "auditor", "reader"] as const;

describe("disabling a person", () => {
  test("keeps them out from the next request on, and enabling lets them in with their roles, in a session of their own", async () => {
    const token = await startSession(world.people.otherLead, origin);
    await disable("officer", "otherLead");
    expect(await findActor(token, origin)).toBeNull();
    expect(await newestSaid()).toBe("The officer disabled The otherLead, who may no longer sign in");
    await expect(disable("officer", "otherLead")).rejects.toMatchObject({ code: "WRONG_STATE" });

    await enable("officer", "otherLead");
    expect(await newestSaid()).toBe("The officer enabled The otherLead, who may sign in again");
    expect(await findActor(token, origin)).toBeNull();
    const anew = await findActor(await startSession(world.people.otherLead, origin), origin);
    expect(anew!.roles).toMatchObject([{ role: "team lead", team: { name: "Workforce" } }]);
    await expect(enable("officer", "otherLead")).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test.each(others)("and enabling is not for the %s", async (who) => {
    await expect(disable(who, "secondLead")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(enable(who, "secondLead")).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("is not for oneself, nor for people of another council, by SQL neither", async () => {
    await expect(disable("officer", "officer")).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const theirs = { person: neighbour.people.lead, reason };
    await expect(disablePerson(world.actors.officer, theirs)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const set = `update person set disabled_at = now(), disabled_by = '${world.people.officer}' where id = `;
    await expect(
      written("asApp", "officer", "person.disable", `${set}'${neighbour.people.lead}'`),
    ).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await expect(written("asApp", "officer", "person.enable", `${set}'${world.people.lead}'`)).rejects.toMatchObject({
      detail: "FALSE_VERB",
    });
    await expect(
      written("asApp", "officer", "person.disable", `${set}'${world.people.officer}'`),
    ).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });

  test("of two officers who disable each other at once leaves one", async () => {
    await grantRole(world.actors.officer, {
      person: world.people.auditor,
      roles: [{ role: "performance officer", teamId: null }],
    });
    const both = await Promise.allSettled([disable("officer", "auditor"), disable("auditor", "officer")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [left] = await database.asOwner(
      `select count(*)::int as n from person where disabled_at is null and id in ('${world.people.officer}', '${world.people.auditor}')`,
    );
    expect(left!.n).toBe(1);
    await database.asOwner(
      "do $$ begin perform audit.begin_operator('test'); update person set disabled_at = null, disabled_by = null where disabled_at is not null; end $$",
    );
    for (const who of ["officer", "auditor"] as const) {
      world.actors[who] = (await findActor(await startSession(world.people[who], origin), origin))!;
    }
  });
});

describe("a team", () => {
  const teamOf = async (name: string) => (await listTeams(world.actors.officer)).find((team) => team.name === name)!;

  test("is added with a name of its own, and can be held for at once", async () => {
    await addTeam(world.actors.officer, { name: "Leaving Care" });
    expect(await newestSaid()).toBe("The officer added the team Leaving Care");
    const { id } = await teamOf("Leaving Care");
    await grantRole(world.actors.officer, { person: world.people.reader, roles: [{ role: "team lead", teamId: id }] });
    for (const name of ["leaving care", "Leaving-Care!", "???"]) {
      await expect(addTeam(world.actors.officer, { name }), name).rejects.toMatchObject({
        code: "INVALID",
        fields: { name: expect.any(String) },
      });
    }
  });

  test("is renamed over the name that was seen, and its addresses stay", async () => {
    const { id, version } = await teamOf("Workforce");
    await renameTeam(world.actors.officer, { team: id, name: "People and skills", seen: version });
    expect(await newestSaid()).toBe("The officer renamed the team Workforce: it is People and skills now");
    await expect(renameTeam(world.actors.officer, { team: id, name: "Staff", seen: version })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/People and skills.*Yours was Staff/),
    });
    await expect(
      renameTeam(world.actors.officer, { team: id, name: "assessment", seen: version + 1 }),
    ).rejects.toMatchObject({ code: "INVALID" });
    expect(await database.asOwner(`select slug from team where id = '${id}'`)).toEqual([{ slug: "workforce" }]);
    await expect(
      renameTeam(world.actors.officer, { team: neighbour.teams.assessment, name: "Ours", seen: 1 }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test.each(["lead", "head", "reader"] as const)("is neither added nor renamed by the %s", async (who) => {
    await expect(addTeam(world.actors[who], { name: "Theirs" })).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(
      renameTeam(world.actors[who], { team: world.teams.assessment, name: "Theirs", seen: 1 }),
    ).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });
});
