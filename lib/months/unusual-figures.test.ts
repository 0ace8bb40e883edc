import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { getTeamReturn } from "#lib/returns/get-team-return";
import { getReturn } from "#lib/returns/queries";
import { nothingTyped } from "#lib/rules/actual";
import { addMonths } from "#lib/rules/month";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, submit, newestEntry } = commented(() => world, database);
const { open, view } = inMonths(() => world, database);
const month = "2015-01";

/** 2.5 was 3 or 4 every month of 2014, and 5 in the November before; all of them are Outstanding or Good. */
beforeAll(async () => {
  world = await makeWorld(database);
  await database.asOwner(`do $$ begin perform audit.begin_operator('a year');
    insert into scorecard_month (scorecard_id, month, closed_at)
      select '${world.scorecard.id}', m, now() from generate_series(date '2014-02-01', date '2014-12-01', interval '1 month') m;
    insert into actual (indicator_id, month, value)
      select '${world.indicators["2.5"]}', m, 3 + extract(month from m)::int % 2
      from generate_series(date '2014-01-01', date '2014-12-01', interval '1 month') m; end $$`);
  await open("officer", month, { figuresDue: "2015-02-13", commentaryDue: "2015-02-20" });
});

const record = (value: string, more: { sure?: string; seen?: number } = {}) =>
  recordActual(world.actors.lead, {
    indicatorId: world.indicators["2.5"],
    month,
    seen: more.seen ?? 0,
    typed: { ...nothingTyped, value, sure: more.sure ?? "" },
  });
const place = { slug: "improvement", ref: "2.5", month } as const;
const why = "the figure is above its usual range, up to 6";

test("is asked about once, kept in the trail, and stands", async () => {
  await expect(record("9")).rejects.toMatchObject({
    code: "INVALID",
    message: "9 is above its usual range, up to 6. Is it right?",
    details: { offers: ["9"] },
  });
  await record("9", { sure: "9" });
  expect(await newestEntry()).toMatchObject({ verb: "actual.record", after: { value: 9 } });
  const [action] = await database.asOwner(
    "select * from audit.action where outcome = 'done' order by begun_at desc limit 1",
  );
  expect(await database.withWords(action!)).toMatchObject({ reason: "Asked what was meant, and answered 9." });
});

test("asks for a comment in the return, beside it and where it is written", async () => {
  const row = (await getReturn(world.actors.lead, month)).parts[0]?.rows.find(({ ref }) => ref === "2.5");
  expect(row?.usual).toEqual({ least: "1", most: "6" });
  const { cells } = (await getTeamReturn(world.actors.lead, { slug: "improvement", team: "assessment", month }))!;
  expect(cells.find(({ ref }) => ref === "2.5")?.required).toContain(why);
  expect((await getCommentPage(world.actors.lead, place))?.required).toContain(why);
});

test("is in the way of closing its month until its comment is approved, and is to be known even then", async () => {
  const before = (await view(month)).checklist;
  const blocked = before.blockers.find(({ kind }) => kind === "comment");
  expect(blocked).toMatchObject({ ref: "2.5", words: expect.stringContaining(why) });
  const submitted = await submit("lead", "2.5", "Two posts fell vacant.", month);
  await approve("head", "2.5", submitted!.revisionId, month);
  const { blockers, warnings } = (await view(month)).checklist;
  expect(blockers.filter(({ kind }) => kind === "comment")).toEqual([]);
  expect(warnings.map(({ kind, ref, words }) => `${kind} ${ref}: ${words}`)).toContain(`unusual 2.5: ${why}`);
});

test("asks for nothing while thirteen months are not there", async () => {
  const of = await getReturn(world.actors.lead, addMonths(month, -12));
  expect(of.parts[0]?.rows.find(({ ref }) => ref === "2.5")?.usual ?? null).toBeNull();
});
