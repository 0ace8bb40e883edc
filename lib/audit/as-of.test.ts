import { beforeAll, describe, expect, test } from "vitest";
import { appPool, database as here } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { nameDeputy } from "#lib/people/name-deputy";
import { addDays, dayIn } from "#lib/rules/day";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { changeEverything } from "#lib/testing/change-everything";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { type Asked, answerText, everyQuery } from "#lib/testing/every-query";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { inReturns } from "#lib/testing/returns";
import { ruleIn } from "#lib/testing/sign-in-rule";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let asked: Asked;
const { record, submit, approve, giveBack, draft } = commented(() => world, database);
/** Each read's answer as it was, by its name; and the cut of that moment. */
const kept = new Map<string, string>();
let cut = 0;
let waiting = "";

/** What is asked of the present alone: forms with their requests and who saved last, sessions and when they were seen, links that may still be opened, what waits at home. */
const ofThePresent = [
  "getReturn",
  "listOpenReturns",
  "getPerson",
  "listMySessions",
  "listNotices",
  "getInvitation",
  "getWaysIn",
  "listGivenBack",
];
const ofThePast = everyQuery.filter(({ name, ofTrail }) => !ofTrail && !ofThePresent.includes(name));
const withoutRequests = (text: string) => text.replace(/"requests?":("[^"]*"|\{[^}]*\})/g, "");
const answer = async ({ of, read }: (typeof ofThePast)[number]) =>
  withoutRequests(answerText(await read(world.actors[of], asked)));

beforeAll(async () => {
  world = await makeWorld(database);
  const { importId } = await importFirstScorecard(world.actors.officer);
  asked = { ...world, importId };
  await record("2.3", "68");
  await record("2.5", "12");
  await record("4.3", "12.5");
  const approved = (await submit("lead", "2.3", "Two posts are vacant.", "2013-12"))!;
  await approve("head", "2.3", approved.revisionId);
  const returned = (await submit("lead", "2.5", "It names a child."))!;
  await giveBack("head", returned.revisionId, "Leave the name out.");
  await draft("otherLead", "4.3", "Not yet said.");
  const [fromDay, headId] = [dayIn("Europe/London", new Date()), world.people.head];
  const days = { fromDay, toDay: addDays(fromDay, 7) };
  await nameDeputy(world.actors.officer, {
    headId,
    teamId: world.teams.assessment,
    deputyId: world.people.otherLead,
    ...days,
  });
  await ruleIn(world);
  waiting = (await submit("lead", "2.5", "Without the name."))!.revisionId;
  await inMonths(() => world, database).publish("officer", "2013-11", "The board meets.");
  await inRestatements(() => world, database).restate("head", "2.3", { value: "67", month: "2013-11" });
  const { handIn, ask } = inReturns(() => world, database);
  await handIn("lead", "2013-12");
  await ask("lead", "2013-12");
  cut = (await takeCut(appPool()))!;
  for (const query of ofThePast) kept.set(query.name, await answer(query));
});

describe("as of a cut taken just now", () => {
  test.each(ofThePast)("$name answers as it does of the present", async (query) => {
    expect(await asOf(cut, () => answer(query))).toBe(kept.get(query.name));
  });
});

describe("after everything has changed", () => {
  beforeAll(async () => {
    await approve("head", "2.5", waiting);
    await submit("otherLead", "4.3", "Now it is said.");
    await changeEverything(database, world);
    await takeCut(appPool());
  });

  test.each(ofThePast)("$name answers of the past as it did then, byte for byte", async (query) => {
    expect(await asOf(cut, () => answer(query))).toBe(kept.get(query.name));
  });

  test("nearly every answer of the present is another, so that the past could have shone through", async () => {
    const same = [];
    for (const query of ofThePast) if ((await answer(query)) === kept.get(query.name)) same.push(query.name);
    expect(same).toEqual([]);
  });

  test("and of a time before a thing was there, it is not there", async () => {
    const [first] = await database.asOwner(
      `insert into audit.cut (number, incarnation, taken_at, snapshot, newest)
       select (select max(number) + 1 from audit.cut), incarnation, now(), snapshot, (select min(position) from audit.entry where table_name = 'scorecard') - 1
       from audit.cut where number = $1 returning number::int`,
      [cut],
    );
    const read = () => getScorecardPage(world.actors.auditor, world.scorecard.slug, { part: undefined });
    expect(await asOf(first!.number as number, read)).toBeNull();
  });
});

describe("the views of the past", () => {
  const readable = (schema: string, name: string) => `
    select c.relname as name, array_agg(a.attname::text || ' ' || format_type(a.atttypid, null) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'v')
      and has_column_privilege('candour_app', c.oid, a.attnum, 'SELECT') and ${name} group by 1 order by 1`;

  test("are those of every table that the web reads, with the same columns", async () => {
    // What is outside the trail by name has no past.
    const present = await database.asOwner(
      readable("public", "c.relname not in ('session_touch', 'notice', 'migration')"),
    );
    expect(await database.asOwner(readable("as_of", "true"))).toEqual(present);
    expect(present.length).toBeGreaterThan(25);
  });

  test("show nothing at all without a cut, nor of a table that has none", async () => {
    await expect(database.asApp("select * from as_of.actual")).rejects.toThrow("as_of.newest");
    await expect(asOf(99_999, () => queryInside("select * from team"))).rejects.toThrow(/as_of.newest|type bigint: ""/);
    await expect(asOf(cut, async () => queryInside("select * from session_touch"))).rejects.toThrow(/does not exist/);
    await expect(asOf(cut, async () => queryInside("select * from nothing_of_ours"))).rejects.toThrow(/does not exist/);
  });

  test("are read, and nothing is written there", async () => {
    await expect(asOf(cut, () => queryInside("update public.actual set note = 'x'"))).rejects.toThrow(/read-only/);
  });

  test("are made anew when a table gets a column, which its older entries show as the migration filled it", async () => {
    const before = await database.asOwner("select count(*)::int as n from actual");
    await database.asOwner("alter table actual add column checked boolean not null default false");
    expect(await database.asOwner("select as_of.show_all()")).toEqual([{ show_all: "actual" }]);
    expect(await database.asOwner("select as_of.show_all()")).toEqual([]);
    await database.asOwner("grant select on as_of.actual to candour_app");
    const counted = await asOf(cut, () => queryInside("select count(*)::int as n from actual where not checked"));
    expect(counted).toEqual(before);
    await database.asOwner("drop view as_of.actual; alter table actual drop column checked");
    await database.asOwner("select as_of.show_all()");
    await database.asOwner("grant select on as_of.actual to candour_app");
  });
});

async function queryInside(text: string): Promise<Record<string, unknown>[]> {
  try {
    return (await here().execute(text)).rows;
  } catch (error) {
    throw (error as Error).cause ?? error;
  }
}

test("the past is read in as many statements as the present, and two that begin and end it", async () => {
  const read = () => getScorecardPage(world.actors.auditor, world.scorecard.slug, { part: undefined });
  const present = await countStatements(read);
  const past = await countStatements(() => asOf(cut, read));
  expect(present).toHaveLength(2);
  expect(past.slice(1, -1)).toEqual(present);
  expect([past[0]?.slice(0, 16), past.at(-1)]).toEqual(["begin read only;", "commit"]);
});
