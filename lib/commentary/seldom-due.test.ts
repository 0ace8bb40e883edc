import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import type { Month } from "#lib/rules/month";
import { commented } from "#lib/testing/commented";
import { makeSeldomDue } from "#lib/testing/seldom-due";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await makeSeldomDue(database, world);
  await record("2.5", "7", "2014-09");
  await record("2.5", "4", "2014-12");
  await record("4.3", "8", "2014-03");
  await record("4.3", "12", "2015-03");
  const { revisionId } = (await submit("lead", "2.5", "Fewer drifted.", "2014-09"))!;
  await approve("head", "2.5", revisionId, "2014-09");
});

const page = (who: "lead" | "otherLead", ref: "2.5" | "4.3", month: Month) =>
  getCommentPage(world.actors[who], { slug: world.scorecard.slug, ref, month });

test("a quarter's comment is written beside the figure and the comment of the quarter before", async () => {
  expect(await page("lead", "2.5", "2014-12")).toMatchObject({
    around: {
      change: {
        cell: { previousDue: "2014-09" },
        before: { month: "2014-09", actual: { value: "7" }, comment: { body: "Fewer drifted." } },
        travel: { verdict: "improving" },
      },
    },
  });
});

test("a comment is required where the grade changed since the last quarter, or the last year", async () => {
  expect((await page("lead", "2.5", "2014-12"))?.required).toEqual([
    "the grade changed from Good since September 2014",
  ]);
  expect((await page("otherLead", "4.3", "2015-03"))?.required).toEqual([
    "the grade changed from Outstanding since March 2014",
  ]);
  expect((await page("otherLead", "4.3", "2014-03"))?.required).toEqual([]);
});
