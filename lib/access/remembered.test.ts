import { serialize } from "node:v8";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readInside } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { watchedTables } from "#db/untold-rows";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { answering } from "#lib/access/asking";
import { findActor } from "#lib/access/find-actor";
import { remembered } from "#lib/access/remembered";
import { getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { revokeRole } from "#lib/people/revoke-role";
import { getReturn } from "#lib/returns/queries";
import { commented } from "#lib/testing/commented";
import { everyQuery } from "#lib/testing/every-query";
import { inReturns } from "#lib/testing/returns";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, record, submit } = commented(() => world, database);
const { explainAll, handIn, reopen } = inReturns(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

type Who = keyof World["actors"];

/** As a request of somebody signed in, who is looked up first. */
const asking = <T>(who: Who, work: (actor: PersonActor) => Promise<T>): Promise<T> =>
  answering({ id: "a request", isRead: false, personId: null }, async () => {
    const { token, origin } = world.actors[who];
    return work((await findActor(token, origin))!);
  });

let times = 0;
const count = async () => ++times;
const asked = (who: Who, question: unknown[] = ["how often"]) =>
  asking(who, (actor) => remembered(actor, question, count));

const upTo = async () => (await database.asOwner("select audit.up_to() as it"))[0]!.it;

/** Other test files write to the same server: until none of them does. */
async function whenQuiet<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = await upTo();
    const answer = await ask();
    if (before !== null && (await upTo()) === before) return answer;
  }
}

// No state is known while anybody writes on this server, as other files of tests do.
const patiently = { timeout: 15_000 };

/** Twice the same, asked one after the other while nobody writes anywhere. */
const isRemembered = (ask: () => Promise<unknown>) =>
  expect
    .poll(async () => {
      const first = await ask();
      return (await ask()) === first;
    }, patiently)
    .toBe(true);

describe("what somebody asked before", () => {
  test("is answered as before while nothing is written", () => isRemembered(() => asked("head")));

  test("is worked out anew once anything was", async () => {
    const before = await asked("head");
    await database.asOwner(
      "do $$ begin perform audit.begin_operator('a test'); update team set name = 'The assessors' where slug = 'assessment'; end $$",
    );
    expect(await asked("head")).toBeGreaterThan(before);
    await isRemembered(() => asked("head"));
  });

  test("and in the very request that wrote", async () => {
    await isRemembered(() => asked("lead"));
    const [before, after] = await asking("lead", async (actor) => {
      const answer = await remembered(actor, ["how often"], count);
      await record("2.3", "69");
      return [answer, await remembered(actor, ["how often"], count)];
    });
    expect(after).toBeGreaterThan(before!);
  });

  test("is no answer to another question, person, session, role, edition or eyes", async () => {
    const { head } = world.actors;
    const given = await whenQuiet(() =>
      Promise.all([
        asked("head"),
        asked("head", ["how often", 2]),
        asked("auditor"),
        ...[
          asReaderOf(head, "2013-11"),
          asReaderOf(head, "2013-12"),
          { ...head, sessionId: "another" },
          { ...head, seesSmall: false },
          { ...head, standsFor: [] },
        ].map((eyes) => asking("head", () => remembered(eyes, ["how often"], count))),
      ]),
    );
    expect(new Set(given).size).toBe(given.length);
  });

  test("is not remembered where nobody is looked up, nor inside a transaction, which may be of the past", async () => {
    const { head } = world.actors;
    const ask = () => remembered(head, ["how often"], count);
    expect(await ask()).not.toBe(await ask());
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
    await client.connect();
    const [one, other] = await asking("head", (actor) =>
      readInside(client, async () => [
        await remembered(actor, ["inside"], count),
        await remembered(actor, ["inside"], count),
      ]),
    );
    await client.end();
    expect(one).not.toBe(other);
  });

  test.each([
    ["what is very large", "large", ["x".repeat(2_000_000)]],
    ["what was asked at very great length", "x".repeat(2_000_000), []],
  ])("nor %s", async (_, question, answer) => {
    const ask = () => asking("head", (actor) => remembered(actor, [question], () => [...answer]));
    expect(await ask()).not.toBe(await ask());
  });

  test("nor what could not be read", async () => {
    const fails = () =>
      asking("head", (actor) => remembered(actor, ["failing"], () => Promise.reject(new Error("no"))));
    await expect(fails()).rejects.toThrow("no");
    await expect(fails()).rejects.toThrow("no");
  });
});

describe("up to where everything stands", () => {
  const begin = async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("begin; select audit.begin_operator('a test')");
    const rename = (slug: string) => client.query("update team set name = name || '.' where slug = $1", [slug]);
    return { rename, commit: () => client.query("commit").then(() => client.end()) };
  };

  test("is not known while somebody is writing who began before somebody who has ended", async () => {
    const older = await begin();
    await record("2.3", "70");
    expect(await upTo()).toBeNull();
    expect(await asked("head")).not.toBe(await asked("head"));
    await older.commit();
  });

  test("changes with whoever began last and entered first", async () => {
    const older = await begin();
    const newer = await begin();
    await newer.rename("assessment");
    await older.rename("workforce");
    await older.commit();
    const before = await asked("head");
    await newer.commit();
    expect(await asked("head")).toBeGreaterThan(before);
  });

  test("changes when a reopened return is locked again, which nobody enters", async () => {
    await explainAll("2014-01");
    await handIn("lead", "2014-01");
    await reopen("officer", "2014-01", { minutes: 0.1, reason: "A figure was wrong." });
    await expect.poll(upTo, patiently).toMatch(/^\d+ 1 \d{4}-/);
    await expect.poll(upTo, patiently).toMatch(/^\d+ 0 \d{4}-/);
  });
});

test("how much waits for a head of service is counted again when it changes, and when they are one no longer", async () => {
  const waiting = (who: Who) => asking(who, async (actor) => actor.waiting);
  const { revisionId } = (await submit("lead", "2.3", "Words that wait."))!;
  expect(await waiting("head")).toBe(1);
  expect(await waiting("head")).toBe(1);
  expect(await waiting("otherHead")).toBe(0);
  const { token } = world.actors.head;
  const isCounted = async (known: string) =>
    (await database.asOwner(`select access.see($1, ${known}) ? 'waiting' as it`, [token]))[0]!.it;
  await expect.poll(() => isCounted("audit.up_to()"), patiently).toBe(false);
  expect([await isCounted("null"), await isCounted("'another state'")]).toEqual([true, true]);
  expect(await asking("head", async (actor) => (await getApprovals(actor)).queue.waiting)).toBe(1);
  await approve("head", "2.3", revisionId);
  expect(await waiting("head")).toBe(0);
  expect(await asking("head", async (actor) => (await getApprovals(actor)).queue.waiting)).toBe(0);
  await submit("lead", "2.5", "More words.");
  expect(await waiting("leadAndHead")).toBe(1);
  const [grant] = await database.asOwner(
    "select id from role_grant where person_id = $1 and role = 'head of service'",
    [world.people.leadAndHead],
  );
  await revokeRole(world.actors.officer, { grant: String(grant!.id), reason: "" });
  expect(await waiting("leadAndHead")).toBeUndefined();
});

test("a form has a request of its own each time that its page is shown", async () => {
  const place = { slug: world.scorecard.slug, ref: "2.5", month: "2013-12" } as const;
  const shown = async () => ({
    return: await asking("lead", (actor) => getReturn(actor, "2013-12")),
    comment: await asking("lead", (actor) => getCommentPage(actor, place)),
    approval: await asking("head", async (actor) => {
      const { waiting } = await getApprovals(actor);
      return getApprovalDetail(actor, waiting[0]!);
    }),
  });
  const requests = ({ return: { parts }, comment, approval }: Awaited<ReturnType<typeof shown>>) => [
    ...parts.flatMap(({ rows }) => rows.map(({ request }) => request)),
    ...Object.values(comment!.requests),
    ...[approval.decisions?.approve?.request, approval.decisions?.giveBack?.request],
  ];
  const all = [...requests(await shown()), ...requests(await shown())];
  expect(all.length).toBe(12);
  expect(new Set(all)).toHaveLength(12);
});

/** What pages remember, by the reads that they make for it. */
const reads = new Set([
  ...["getScorecardPage", "getThemePage", "getPicturesPage", "getIndicatorPage", "listEntries", "getApprovals"],
  ...["getApprovalDetail", "getCommentPage", "getReturn", "listSheets", "listOpenReturns", "listGivenBack"],
  ...["getStanding", "listEditionSheets", "getMonth", "getWorkingDays", "listMonths", "getStory"],
  ...["getDictionary", "getDefinitionPage"],
]);
const found = everyQuery.filter(({ name }) => name.split(", ").some((part) => reads.has(part)));

/** Rows that are written once, with the entry that they belong to. */
const ofTheTrail = ["audit.action", "audit.entry", "audit.words", "audit.cut", "audit.incarnation"];

test("every read that is remembered is looked at below", () => {
  expect(new Set(found.flatMap(({ name }) => name.split(", ")).filter((name) => reads.has(name)))).toEqual(reads);
});

/** What the clock alone changes, and `audit.up_to` with it: that a return is reopened until a moment. */
const reopened =
  /reopened_until"? > (coalesce\(nullif\(current_setting\('as_of.at', true\), ''\)::timestamptz, now\(\)\)|now\(\))/g;
const clock =
  /\bnow\(|clock_timestamp|(statement|transaction)_timestamp|current_(date|time)|holding\.(today|notices_of)/;

test.each(found)("$name reads nothing that could change without an entry", async ({ of, read }) => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  await client.query("begin");
  const asks = vi.spyOn(client, "query");
  const answer = await readInside(client, () => read(world.actors[of], { ...world, importId: world.scorecard.id }));
  expect(() => serialize(answer)).not.toThrow();
  for (const [statement] of asks.mock.calls as unknown as [{ text: string }][]) {
    expect(statement.text.replaceAll(reopened, "")).not.toMatch(clock);
  }
  const { rows } = await client.query(
    `select schemaname || '.' || relname as "table" from pg_stat_xact_user_tables where seq_scan + coalesce(idx_scan, 0) > 0`,
  );
  await client.end();
  const watched = (await watchedTables(database)).map(({ table }) => `public.${table}`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ table }) => table).filter((table) => ![...watched, ...ofTheTrail].includes(table))).toEqual([]);
});

test("nor do the functions of the database that they ask know what time it is", async () => {
  const telling = await database.asOwner(
    `select p.oid::regproc::text as name from pg_proc p where p.pronamespace = 'holding'::regnamespace and p.prosrc ~ $1 order by 1`,
    ["now\\(|_timestamp|current_(date|time)"],
  );
  expect(telling.map(({ name }) => name)).toEqual(["holding.notices_of", "holding.session_lasts", "holding.today"]);
});
