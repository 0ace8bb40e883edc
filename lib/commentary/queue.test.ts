import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getTogether } from "#lib/commentary/reading/get-together";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { countWaiting } from "#lib/testing/count-waiting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, giveBack, record, submit } = commented(() => world, database);

const refs = async (who: "head" | "leadAndHead", asked: Parameters<typeof getApprovals>[1] = {}) =>
  (await getApprovals(world.actors[who], asked)).groups.map(({ group, views }) => [
    group ? `${group.month} ${group.team.name}, ${group.total - group.waiting} of ${group.total}` : "put off",
    ...views.map(({ cell: { ref } }) => ref),
  ]);

/** 2.3 is Adequate and 2.5 Inadequate in December, both wait; in January 2.3 was returned and handed in again. */
beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.5", "40");
  await record("2.3", "90", "2014-01");
  await record("2.5", "3", "2014-01");
  await submit("lead", "2.3", "Adequate.");
  await submit("lead", "2.5", "Inadequate.");
  const { revisionId } = (await submit("lead", "2.3", "Outstanding.", "2014-01"))!;
  await giveBack("head", revisionId, "Say why.");
  await submit("lead", "2.3", "Outstanding, and why.", "2014-01");
  await approve("head", "2.5", (await submit("lead", "2.5", "Few.", "2014-01"))!.revisionId, "2014-01");
});

test("what waits stands by month and team, the worst grade first, with how far each is decided", async () => {
  expect(await refs("head")).toEqual([
    ["2013-12 Assessment, 0 of 2", "2.5", "2.3"],
    ["2014-01 Assessment, 1 of 2", "2.3"],
  ]);
});

test("a part of it is of a month, a team and a scorecard, and the whole is still counted", async () => {
  expect(await refs("head", { filters: { month: "2014-01" } })).toEqual([["2014-01 Assessment, 1 of 2", "2.3"]]);
  const { queue, asked, groups } = await getApprovals(world.actors.head, { filters: { team: "workforce" } });
  expect([queue.waiting, asked, groups]).toEqual([3, 0, []]);
  expect(queue.groups.map(({ month, waiting }) => [month, waiting])).toEqual([
    ["2013-12", 2],
    ["2014-01", 1],
  ]);
  expect(
    await refs("head", { filters: { scorecard: "improvement", team: "assessment", month: "2013-12" } }),
  ).toHaveLength(1);
});

test("what is put off comes last, and nothing is written of it", async () => {
  const newest = async (ref: "2.3" | "2.5") => (await cell(ref))!.revisions.at(-1)!.id;
  const [entries] = await database.asOwner("select count(*) from audit.entry");
  const later = [await newest("2.5"), await newest("2.3")];
  expect(await refs("head", { later: [later[0]!] })).toEqual([
    ["2013-12 Assessment, 0 of 2", "2.3"],
    ["2014-01 Assessment, 1 of 2", "2.3"],
    ["put off", "2.5"],
  ]);
  expect(await refs("head", { later })).toEqual([
    ["2014-01 Assessment, 1 of 2", "2.3"],
    ["put off", "2.5", "2.3"],
  ]);
  const approvals = await getApprovals(world.actors.head);
  const detail = await getApprovalDetail(world.actors.head, approvals.waiting[0]!, {
    part: { month: "2013-12", later: [later[1]!] },
    asked: 2,
  });
  expect(detail.decisions).toMatchObject({
    queue: `month=2013-12&later=${later[1]}`,
    later: `/approvals?month=2013-12&later=${later[1]},${later[0]}`,
  });
  expect(await database.asOwner("select count(*) from audit.entry")).toEqual([entries]);
});

test("one's own words wait for another head of service, and are not counted as waiting for oneself", async () => {
  await submit("leadAndHead", "2.5", "Inadequate, say I.");
  expect(await countWaiting(world.actors.head)).toBe(3);
  expect(await countWaiting(world.actors.leadAndHead)).toBe(2);
  const { own, queue } = await getApprovals(world.actors.leadAndHead);
  expect(own.map(({ cell: { ref } }) => ref)).toEqual(["2.5"]);
  expect(queue).toMatchObject({ waiting: 2, own: 1 });
  expect(await refs("leadAndHead")).toEqual([
    ["2013-12 Assessment, 0 of 1", "2.3"],
    ["2014-01 Assessment, 1 of 2", "2.3"],
  ]);
});

test("who looks at a head of service’s session is told how many wait; nobody else is", async () => {
  const seen = async (who: "head" | "leadAndHead" | "lead" | "officer") =>
    (await findActor(world.actors[who].token, world.actors[who].origin))?.waiting;
  expect([await seen("head"), await seen("leadAndHead"), await seen("lead"), await seen("officer")]).toEqual([
    3,
    2,
    undefined,
    undefined,
  ]);
});

test("on one page each stands with its words, and what is submitted and others’ can be approved there; in two statements", async () => {
  const found = await getTogether(world.actors.head);
  const on = [...found.comments.values()].map(({ words, approve, view }) => [view.cell.ref, words, approve !== null]);
  expect(on).toEqual([
    ["2.5", "Inadequate, say I.", true],
    ["2.3", "Adequate.", true],
    ["2.3", "Outstanding, and why.", true],
  ]);
  await record("2.5", "2", "2014-01");
  const lapsed = [...(await getTogether(world.actors.head)).comments.values()].find(({ words }) => words === "Few.");
  expect(lapsed).toMatchObject({ approve: null, view: { state: { state: "lapsed" } } });
  expect(await countStatements(() => getTogether(world.actors.head))).toHaveLength(2);
});

test("beside each there stand its milestone and what was in the month in which a figure was last due", async () => {
  const beside = [...(await getTogether(world.actors.head)).comments.values()].map(({ view, milestone, previous }) => [
    `${view.cell.ref} ${view.cell.month}`,
    milestone,
    previous,
  ]);
  expect(beside).toEqual([
    ["2.5 2013-12", "below 5", { month: "2013-11", figure: "5", missing: null }],
    ["2.3 2013-12", "75+", { month: "2013-11", figure: "63", missing: null }],
    ["2.3 2014-01", null, { month: "2013-12", figure: "68", missing: null }],
    ["2.5 2014-01", null, { month: "2013-12", figure: "40", missing: null }],
  ]);
});

test("what an approver saw is kept with the decision, the milestone and the month before too, and told in the trail", async () => {
  const { revisionId } = (await submit("lead", "2.3", "Adequate still."))!;
  await approve("head", "2.3", revisionId);
  const [decision] = (await cell("2.3"))!.revisions.at(-1)!.decisions;
  expect(decision).toMatchObject({ figure: "68", grade: 3, bands: "75+, 71-75, 65-70", milestone: "75+" });
  const before = { previousMonth: "2013-11", previousFigure: "63", previousMissing: null };
  expect(decision).toMatchObject(before);
  const [told] = (await listEntries(world.actors.auditor, { verb: "comment.approve" })).groups;
  expect(sentenceText(told!.headline)).toMatch(
    /For the figure 68 \(Adequate\), with the milestone 75\+, after 63 in November 2013$/,
  );
  await database.asOwner(
    `do $$ begin perform audit.begin_operator('a test'); update milestone set withdrawn_at = now(), withdrawn_reason = 'Mistyped.'
       where indicator_id = '${world.indicators["2.3"]}'; end $$`,
  );
  await database.asOwner(
    `do $$ begin perform audit.begin_operator('a test'); update actual set value = 64
       where indicator_id = '${world.indicators["2.3"]}' and month = '2013-11-01'; end $$`,
  );
  expect((await cell("2.3"))!.revisions.at(-1)!.decisions[0]).toMatchObject({ milestone: "75+", ...before });
});
