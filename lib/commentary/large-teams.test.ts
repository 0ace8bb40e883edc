import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { forget } from "#lib/access/remembered";
import { findView, getApprovals } from "#lib/commentary/reading/get-approvals";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { fillTables } from "#lib/testing/fill-tables";
import { rowsRead } from "#lib/testing/rows-read";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;
const { record, submit } = commented(() => world, database);

const held = ["indicator_definition", "indicator_team", "band_set", "actual", "comment_revision", "comment_decision"];

/** The head asking is of a team with 500 indicators, each with 20 months of approved comments, long ago; and one that waits. */
beforeAll(async () => {
  world = await makeWorld(database);
  await fillTables(database, world);
  await record("2.3", "68");
  await submit("lead", "2.3", "Words that wait.");
  await database.asOwner("analyze");
}, 120_000);

describe("among ten thousand comments of one's own teams", () => {
  test.each([
    ["what waits is counted", countWaiting],
    ["the queue is listed", (actor: PersonActor) => getApprovals(actor)],
  ])("%s by asking once what holds in all of them", async (_, read) => {
    const counted = await rowsRead(() => read(world.actors.head));
    for (const table of held) expect(counted[table], table).toBeLessThan(21_000);
  });

  test("only what waits is found", async () => {
    expect(await countWaiting(world.actors.head)).toBe(1);
    const { waiting, approved, counts } = await getApprovals(world.actors.head);
    expect(waiting.map(({ cell: { ref, month } }) => `${ref} ${month}`)).toEqual(["2.3 2013-12"]);
    expect([approved, counts]).toEqual([[], { approved: 0, withLeads: 0 }]);
  });

  test("one is found by its revision, however old", async () => {
    const [old] = await database.asOwner("select id from comment_revision where month = '1990-03-01' limit 1");
    const approvals = await getApprovals(world.actors.head, { revisions: [String(old?.id), "nonsense"] });
    expect(findView(approvals, String(old?.id))).toMatchObject({
      cell: { month: "1990-03" },
      state: { state: "approved" },
    });
    const others = await getApprovals(world.actors.otherHead, { revisions: [String(old?.id)] });
    expect(findView(others, String(old?.id))).toBeNull();
  });

  test("those decided on within a year stand a page at a time", async () => {
    await database.asOwner(
      "alter table scorecard_month disable trigger user; delete from scorecard_month where month > '2000-01-01'",
    );
    const page = (of: number) => getApprovals(world.actors.head, { page: of });
    const [first, second, last, after] = [await page(1), await page(2), await page(300), await page(301)];
    expect(first.counts).toEqual({ approved: 6000, withLeads: 0 });
    expect([first, second, last, after].map(({ approved, pages }) => [approved.length, pages])).toEqual([
      [20, 300],
      [20, 300],
      [20, 300],
      [0, 301],
    ]);
    const cells = [first, second, last].flatMap(({ approved }) =>
      approved.map(({ cell }) => `${cell.ref} ${cell.month}`),
    );
    expect(new Set(cells).size).toBe(60);
  });

  test("a page of what waits is read, and no more of the rest than which approvals may have lapsed", async () => {
    const older = (
      days: string,
    ) => `(select indicator_id from indicator_team t join indicator i on i.id = t.indicator_id
      where i.ref ~ '^L[0-9]{2}$' and t.from_month = '1990-01-01') and month = '1990-${days}-01'`;
    // 270 that were never decided on; of 90 the figure changed after their approval, of 90 it was changed and changed back.
    await database.asOwner(
      [
        "alter table comment_decision disable trigger user",
        "alter table actual disable trigger user",
        "alter table lapse disable trigger user",
        "delete from lapse",
        ...["02", "03", "04"].map((month) => `delete from comment_decision where indicator_id in ${older(month)}`),
        `update actual set version = 2, value = 7 where indicator_id in ${older("05")}`,
        `insert into lapse (decision_id, indicator_id, month, cause, figure)
         select id, indicator_id, month, 'figure', 7 from comment_decision where indicator_id in ${older("05")}`,
        `update actual set version = 3 where indicator_id in ${older("06")}`,
      ].join("; "),
    );
    // Of what is written behind the trail's back nobody is told.
    forget();
    const { head } = world.actors;
    expect(await countWaiting(head)).toBe(360);
    const pages = await Promise.all([1, 2, 7, 8, 9].map((page) => getApprovals(head, { page })));
    expect(pages.map(({ waiting }) => waiting.length)).toEqual([50, 50, 50, 10, 0]);
    for (const { queue } of pages) expect(queue).toMatchObject({ waiting: 360, lapsed: 90 });
    const all = [...pages, ...(await Promise.all([3, 4, 5, 6].map((page) => getApprovals(head, { page }))))];
    const cells = all.flatMap(({ waiting }) => waiting.map(({ cell: { ref, month } }) => `${ref} ${month}`));
    expect(new Set(cells).size).toBe(360);
    expect(cells[0]).toBe("L10 1990-02");
    const counted = await rowsRead(() => getApprovals(head, { page: 2 }));
    expect(counted.revision_author).toBeLessThan(2 * (50 + 90 + 180 + 20));
    expect((await rowsRead(() => countWaiting(head))).revision_author).toBeLessThan(2 * 190);
  });
});
