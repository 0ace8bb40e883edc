import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { getLeaving } from "#lib/people/get-leaving";
import { grantRole } from "#lib/people/grant-role";
import { handOver } from "#lib/people/hand-over";
import { listRolesOf } from "#lib/people/list-roles-of";
import { nameDeputy } from "#lib/people/name-deputy";
import { revokeRole } from "#lib/people/revoke-role";
import { addDays, type Day, dayIn } from "#lib/rules/day";
import { commented } from "#lib/testing/commented";
import { inReturns } from "#lib/testing/returns";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { draft, submit } = commented(() => world, database);
const returns = inReturns(() => world, database);
const today = dayIn("Europe/London", new Date());

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

type Who = keyof World["people"];
const leaving = async (who: Who) => (await getLeaving(world.actors.officer, world.people[who]))!;
const heldBy = async (who: Who) =>
  (await listRolesOf(world.actors.officer, world.people[who])).held.map(({ role, team }) => `${role} ${team}`);
const operated = (write: string) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${write}; end $$`);
const hand = (from: Who, to: Who, by: Who = "officer") =>
  handOver(world.actors[by], { person: world.people[from], to: world.people[to], reason: "They left." });

describe("who leaves", () => {
  test("is shown with their drafts and the returns that their teams owe, until those are handed in", async () => {
    await draft("lead", "2.3", "Not finished.", "2014-01");
    await draft("secondLead", "2.5", "A colleague’s.", "2014-01");
    const { drafts, returns: owed } = await leaving("lead");
    expect(drafts).toMatchObject([{ ref: "2.3", month: "2014-01", team: "Assessment", slug: world.scorecard.slug }]);
    expect(owed.map(({ month, team, due, given }) => [month, team, due, given])).toEqual([
      ["2013-12", "Assessment", 2, 0],
      ["2014-01", "Assessment", 2, 0],
    ]);
    await returns.explainAll("2013-12");
    await returns.handIn("lead", "2013-12");
    expect((await leaving("lead")).returns.map(({ month }) => month)).toEqual(["2014-01"]);
    await submit("lead", "2.3", "Finished.", "2014-01");
    expect((await leaving("lead")).drafts).toEqual([]);
  });

  test("is shown with the teams that nobody else leads or heads, and with who stands in", async () => {
    expect((await leaving("otherLead")).alone).toEqual([{ role: "team lead", team: "Workforce", fromDay: null }]);
    expect((await leaving("lead")).alone).toEqual([]);
    expect((await leaving("otherHead")).alone).toEqual([{ role: "head of service", team: "Workforce", fromDay: null }]);
    const away = {
      headId: world.people.otherHead,
      teamId: world.teams.workforce,
      deputyId: world.people.lead,
    } as const;
    await nameDeputy(world.actors.officer, { ...away, fromDay: today, toDay: addDays(today, 3) });
    expect((await leaving("lead")).deputies).toMatchObject([{ head: "The otherHead", name: "The lead" }]);
    expect((await leaving("otherHead")).deputies).toHaveLength(1);
  });

  test("is shown with what they are to lead, the teams that the others leave soon, and who could take over by a role to come", async () => {
    const inDays = (count: number) => addDays(today, count);
    const lead = { role: "team lead", teamId: world.teams.workforce } as const;
    const grant = (to: Who, fromDay: Day | null, toDay: Day | null) =>
      grantRole(world.actors.officer, { person: world.people[to], roles: [lead], fromDay, toDay });
    await grant("reader", inDays(10), inDays(12));
    await grant("reader", inDays(13), null);
    const { alone, returns: owed, successors } = await leaving("reader");
    expect(successors.map(({ id }) => id)).toContain(world.people.otherLead);
    expect([alone, owed]).toEqual([[], []]);
    const fellows = async () => (await leaving("otherLead")).alone;
    expect(await fellows()).toEqual([{ role: "team lead", team: "Workforce", fromDay: null }]);

    await grant("head", null, inDays(7));
    expect(await fellows()).toEqual([{ role: "team lead", team: "Workforce", fromDay: inDays(8) }]);
    await grant("head", inDays(8), inDays(9));
    expect(await fellows()).toEqual([]);

    await operated(`insert into person (email, name) values ('starts@candour.test', 'Starts later');
      insert into role_grant (organisation_id, person_id, role, from_day)
      select '${world.organisationId}', id, 'reader', '${inDays(3)}' from person where email = 'starts@candour.test'`);
    expect((await leaving("otherLead")).successors.map(({ name }) => name)).toContain("Starts later");
    for (const who of ["reader", "head"] as const) {
      const { held, toCome } = await listRolesOf(world.actors.officer, world.people[who]);
      for (const { id } of [...held, ...toCome].filter(({ teamId }) => teamId === lead.teamId)) {
        await revokeRole(world.actors.officer, { grant: id, reason: "Not needed." });
      }
    }
  });

  test("is shown to nobody of another council", async () => {
    const theirs = await getLeaving(neighbour.actors.officer, world.people.lead);
    expect(theirs).toEqual({ drafts: [], returns: [], alone: [], deputies: [], successors: [] });
  });
});

describe("handing over", () => {
  test("gives all teams to another in one act, who goes on with them, and ends who stands in", async () => {
    await hand("otherHead", "head");
    expect(await heldBy("otherHead")).toEqual([]);
    expect(await heldBy("head")).toEqual(["head of service Assessment", "head of service Workforce"]);
    expect((await leaving("lead")).deputies).toEqual([]);
    const [group] = (await listEntries(world.actors.auditor, { verb: "role.hand_over" }, null, 1)).groups;
    expect(group!.headline.detail).toContain("They left.");
    const acts = await database.asOwner(
      "select count(distinct action)::int as n from audit.entry where verb = 'role.hand_over' and operation <> 'refused'",
    );
    expect(acts).toEqual([{ n: 1 }]);
  });

  test("grants no role that is held already", async () => {
    await hand("secondLead", "leadAndHead");
    expect(await heldBy("leadAndHead")).toEqual(["head of service Assessment", "team lead Assessment"]);
    expect(await heldBy("secondLead")).toEqual([]);
  });

  test("grants whom it is handed to the days alone that they do not hold, so that none is left out or held twice", async () => {
    const inDays = (count: number) => addDays(today, count);
    const lead = { role: "team lead", teamId: world.teams.assessment } as const;
    for (const [fromDay, toDay] of [
      [null, inDays(5)],
      [inDays(8), inDays(9)],
    ] as const) {
      await grantRole(world.actors.officer, { person: world.people.otherLead, roles: [lead], fromDay, toDay });
    }
    await hand("lead", "otherLead");
    const { held, toCome } = await listRolesOf(world.actors.officer, world.people.otherLead);
    const days = [...held, ...toCome]
      .filter(({ teamId }) => teamId === lead.teamId)
      .map(({ fromDay, toDay }) => [fromDay, toDay]);
    expect(days).toEqual([
      [null, inDays(5)],
      [inDays(6), inDays(7)],
      [inDays(8), inDays(9)],
      [inDays(10), null],
    ]);
    expect(await heldBy("lead")).toEqual([]);
  });

  test("is the officer’s, to somebody else of the council, of what is held, and never to themselves", async () => {
    for (const who of ["lead", "head", "auditor", "reader"] as const) {
      await expect(hand("otherLead", "lead", who), who).rejects.toMatchObject({ code: "WRONG_ROLE" });
    }
    await expect(hand("otherLead", "officer")).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const disabled = (at: string) =>
      operated(`update person set disabled_at = ${at} where id = '${world.people.lead}'`);
    await disabled("now()");
    await expect(hand("otherLead", "lead")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await disabled("null");
    await expect(hand("otherLead", "otherLead")).rejects.toMatchObject({ code: "INVALID" });
    await expect(hand("reader", "lead")).rejects.toMatchObject({ code: "WRONG_STATE" });
    const elsewhere = { person: world.people.otherLead, to: neighbour.people.lead, reason: "They left." };
    await expect(handOver(world.actors.officer, elsewhere)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    expect(await heldBy("otherLead")).toEqual(["team lead Assessment", "team lead Workforce"]);
  });
});
