import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getReturn } from "#lib/returns/queries";
import { fillTables } from "#lib/testing/fill-tables";
import { rowsRead } from "#lib/testing/rows-read";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;
const month = "1990-05";

/** The lead's team has 500 indicators more, each with 20 versions of what holds. */
beforeAll(async () => {
  world = await makeWorld(database);
  await fillTables(database, world);
  await database.asOwner("analyze");
}, 120_000);

test("a return of 500 indicators has each on one of its pages, in order, and counts all of them", async () => {
  const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => getReturn(world.actors.lead, month, page)));
  for (const { due, given, pages: all } of pages) expect([due, given, all.length]).toEqual([500, 500, 5]);
  const refs = pages.map(({ parts }) => parts.flatMap(({ rows }) => rows.map(({ ref }) => ref)));
  expect(refs.map(({ length }) => length)).toEqual([100, 100, 100, 100, 100]);
  expect([refs[0]?.[0], refs[1]?.[0], refs[4]?.[99]]).toEqual(["L1", "L101", "L500"]);
  expect(new Set(refs.flat()).size).toBe(500);
  expect(pages[1]?.pages[1]).toEqual({ page: 2, words: "L101 to L200" });
  expect(await getReturn(world.actors.lead, month, 9)).toMatchObject({ page: 5 });
});

test("and reads of a page no more of what grades and explains its figures than the page shows", async () => {
  const counted = await rowsRead(() => getReturn(world.actors.lead, month, 3));
  const versions = 20;
  for (const table of ["band", "milestone", "comment_revision", "comment_decision"]) {
    expect(counted[table] ?? 0, table).toBeLessThan(100 * versions * 2.5);
  }
});

test("one that fits on a page is read at once", async () => {
  expect(await getReturn(world.actors.otherLead, "2013-11")).toMatchObject({ page: 1, pages: [{ page: 1 }], due: 1 });
});
