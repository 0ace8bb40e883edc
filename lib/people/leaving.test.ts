import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { getLeaving } from "#lib/people/get-leaving";
import { handOver } from "#lib/people/hand-over";
import { listRolesOf } from "#lib/people/list-roles-of";
import { nameDeputy } from "#lib/people/name-deputy";
import { addDays, dayIn } from "#lib/rules/day";
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
    expect((await leaving("otherLead")).alone).toEqual([{ role: "team lead", team: "Workforce" }]);
    expect((await leaving("lead")).alone).toEqual([]);
    expect((await leaving("otherHead")).alone).toEqual([{ role: "head of service", team: "Workforce" }]);
    const away = {
      headId: world.people.otherHead,
      teamId: world.teams.workforce,
      deputyId: world.people.lead,
    } as const;
    await nameDeputy(world.actors.officer, { ...away, fromDay: today, toDay: addDays(today, 3) });
    expect((await leaving("lead")).deputies).toMatchObject([{ head: "The otherHead", name: "The lead" }]);
    expect((await leaving("otherHead")).deputies).toHaveLength(1);
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

  test("is the officer’s, to somebody else of the council, of what is held, and never to themselves", async () => {
    for (const who of ["lead", "head", "auditor", "reader"] as const) {
      await expect(hand("otherLead", "lead", who), who).rejects.toMatchObject({ code: "WRONG_ROLE" });
    }
    await expect(hand("otherLead", "officer")).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    const disabled = (at: string) =>
      database.asOwner(
        `do $$ begin perform audit.begin_operator('test'); update person set disabled_at = ${at} where id = '${world.people.lead}'; end $$`,
      );
    await disabled("now()");
    await expect(hand("otherLead", "lead")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await disabled("null");
    await expect(hand("otherLead", "otherLead")).rejects.toMatchObject({ code: "INVALID" });
    await expect(hand("reader", "lead")).rejects.toMatchObject({ code: "WRONG_STATE" });
    const elsewhere = { person: world.people.otherLead, to: neighbour.people.lead, reason: "They left." };
    await expect(handOver(world.actors.officer, elsewhere)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    expect(await heldBy("otherLead")).toEqual(["team lead Workforce"]);
  });
});
