import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { actual } from "#db/schema/actuals";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { enterReading } from "#lib/audit/enter-reading";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { countEntries } from "#lib/history/count-entries";
import { historyCsv } from "#lib/history/history-csv";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listEntries } from "#lib/history/list-entries";
import { getEntry, listOpened } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { newestPosition, streamEntries } from "#lib/history/stream-entries";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

const record = (who: "lead" | "otherLead", ref: "2.3" | "4.3", month: Month, value: string) =>
  perform(world.actors[who], "actual.record", async (tx) => {
    await tx.insert(actual).values({ indicatorId: world.indicators[ref], month, value });
  });

const change = (who: "lead", ref: "2.3", month: Month, value: string | null, verb: "actual.record" | "actual.clear") =>
  perform(world.actors[who], verb, async (tx) => {
    await tx
      .update(actual)
      .set({ value })
      .where(sql`${eq(actual.indicatorId, world.indicators[ref])} and ${eq(actual.month, month)}`);
  });

const said = async (...asked: Parameters<typeof listEntries>) =>
  (await listEntries(...asked)).groups.map(({ headline }) => sentenceText(headline));

beforeAll(async () => {
  world = await makeWorld(database);
  await record("lead", "2.3", "2013-12", "66");
  await change("lead", "2.3", "2013-12", "71", "actual.record");
  await change("lead", "2.3", "2013-12", null, "actual.clear");
  await record("otherLead", "4.3", "2013-12", "14.1");
  const ownWords = async () => {
    throw new Refusal("OWN_WORDS", "Nobody approves their own words.");
  };
  const about = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
  await perform(world.actors.head, "comment.approve", ownWords, { about }).catch(() => undefined);
});

describe("the history", () => {
  test("says each entry in the product's words, newest first, with the grades of its month", async () => {
    expect(await said(world.actors.auditor, { month: "2013-12", verb: "actual.record" })).toEqual([
      "The otherLead recorded 4.3 for December 2013: 14.1 (Adequate)",
      "The lead changed 2.3 for December 2013: 66 (Adequate) → 71 (Good)",
      "The lead recorded 2.3 for December 2013: 66 (Adequate)",
    ]);
    expect(await said(world.actors.auditor, { verb: "actual.clear" })).toEqual([
      "The lead cleared 2.3 for December 2013: 71 (Good) → nothing",
    ]);
    expect(await said(world.actors.auditor, { outcome: "refused" })).toEqual([
      "The head was refused: approve the comment on 2.3, December 2013. Nobody approves their own words",
    ]);
  });

  test("is told to auditor and officer whole, to a team's people for their teams and themselves, to a reader not at all", async () => {
    const all = await countEntries(world.actors.auditor);
    const [{ n }] = (await database.asOwner("select count(*)::int as n from audit.entry")) as [{ n: number }];
    expect(all).toBe(n);
    expect(await countEntries(world.actors.officer)).toBe(n);
    const leads = await listEntries(world.actors.lead, {}, null, 1000);
    const opened = await Promise.all(leads.groups.map(({ position }) => listOpened(world.actors.lead, position)));
    const entries = opened.flat().map(({ entry }) => entry);
    expect(entries.every(({ team, person }) => team === "Assessment" || person?.id === world.people.lead)).toBe(true);
    expect(await said(world.actors.lead, { indicator: "4.3" })).toEqual([]);
    expect(await said(world.actors.lead, { verb: "session.start" })).toEqual(["The lead signed in"]);
    expect(await said(world.actors.otherLead, { indicator: "4.3", verb: "actual.record" })).toHaveLength(1);
    await expect(listEntries(world.actors.reader)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(countEntries(world.actors.reader)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("opens a line for who may read it, and to others neither the line nor its entry", async () => {
    const { auditor, lead, head, otherLead, reader } = world.actors;
    const [group] = (await listEntries(auditor, { verb: "actual.record", indicator: "2.3" })).groups;
    const { position } = group!;
    for (const actor of [auditor, lead, head]) {
      expect((await getEntry(actor, position))?.entry.position).toBe(position);
      expect(await listOpened(actor, position)).toHaveLength(1);
    }
    expect(await getEntry(otherLead, position)).toBeNull();
    expect(await listOpened(otherLead, position)).toEqual([]);
    await expect(getEntry(reader, position)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(listOpened(reader, position)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("shows addresses to whoever reads all of it, and to others their own alone", async () => {
    const addresses = async (who: keyof World["actors"]) => {
      const { groups } = await listEntries(world.actors[who], { verb: "actual.record", indicator: "2.3" });
      const opened = await Promise.all(groups.map(({ position }) => getEntry(world.actors[who], position)));
      return opened.map((one) => one?.entry.address);
    };
    expect(await addresses("auditor")).toEqual(["127.0.0.1", "127.0.0.1"]);
    expect(await addresses("lead")).toEqual(["127.0.0.1", "127.0.0.1"]);
    expect(await addresses("head")).toEqual([null, null]);
  });

  test("filters by indicator, person, verb, month, day and outcome", async () => {
    const { auditor } = world.actors;
    expect(await countEntries(auditor, { indicator: "9.9" })).toBe(0);
    expect(await countEntries(auditor, { person: world.people.otherLead })).toBe(2);
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" }).format(new Date());
    const all = await countEntries(auditor);
    expect(await countEntries(auditor, { from: today, to: today })).toBe(all);
    expect(await countEntries(auditor, { to: "2014-01-01" })).toBe(0);
    expect(await countEntries(auditor, { from: "2999-01-01" })).toBe(0);
    expect(await countEntries(auditor, { month: "2013-11", verb: "operator.change" })).toBe(4);
    expect(await countEntries(auditor, { person: "nobody" })).toBe(
      await countEntries(auditor, { verb: "operator.change" }),
    );
    expect((await countEntries(auditor, { outcome: "done" })) + 1).toBe(all);
    expect(await said(auditor, { team: "workforce", verb: "actual.record" })).toEqual([
      "The otherLead recorded 4.3 for December 2013: 14.1 (Adequate)",
    ]);
    expect(await countEntries(auditor, { team: "none" })).toBe(0);
    expect(await countEntries(auditor, { theme: "none" })).toBe(0);
  });

  test("filters by address and by words in reasons, of days too, each to those who see them", async () => {
    const { auditor, lead, head } = world.actors;
    const from = await countEntries(auditor, { address: "127.0.0.1" });
    expect(from).toBeGreaterThan(4);
    expect(await countEntries(auditor, { address: "127.0.0.1", verb: "actual.record", indicator: "2.3" })).toBe(2);
    expect(await countEntries(auditor, { address: "10.0.0.1" })).toBe(0);
    expect(await countEntries(auditor, { address: "127.0.0.1", to: "2014-01-01" })).toBe(0);
    expect(await countEntries(lead, { address: "127.0.0.1", verb: "actual.record" })).toBe(2);
    expect(await countEntries(head, { address: "127.0.0.1", verb: "actual.record" })).toBe(0);
    expect(await said(auditor, { words: "WORLD for" })).toEqual(await said(auditor, { verb: "operator.change" }));
    expect(await countEntries(auditor, { words: "no such words" })).toBe(0);
    expect(await countEntries(auditor, { words: "wor%d" })).toBe(0);
    for (const asked of [{ address: "127.0.0.1" }, { words: "world", verb: "operator.change" }]) {
      const streamed: number[] = [];
      for await (const part of streamEntries(auditor, asked, await newestPosition(), 3)) {
        streamed.push(...part.map(({ entry }) => entry.position));
      }
      expect(streamed).toHaveLength(await countEntries(auditor, asked));
    }
  });

  test("puts what one action wrote in one line, from which every row can be reached", async () => {
    const { groups } = await listEntries(world.actors.auditor, { verb: "operator.change" });
    expect(groups).toHaveLength(1);
    const [group] = groups;
    expect(sentenceText(group!.headline)).toBe(
      `An operator’s command wrote ${group!.total} rows. Reason: a world for tests`,
    );
    expect(await listOpened(world.actors.auditor, group!.position)).toHaveLength(12);
    const apart = await listEntries(world.actors.auditor, { action: group!.entry.actionId }, null, 1000);
    expect(apart.groups).toHaveLength(group!.total);
    expect(apart.groups.every(({ total }) => total === 1)).toBe(true);
  });

  test("turns its pages by position, both ways, missing and repeating nothing", async () => {
    const { auditor } = world.actors;
    const whole = (await listEntries(auditor, {}, null, 1000)).groups.map(({ position }) => position);
    const seen: number[] = [];
    let page = await listEntries(auditor, {}, null, 3);
    expect(page.newer).toBeNull();
    for (;;) {
      seen.push(...page.groups.map(({ position }) => position));
      if (page.older === null) break;
      page = await listEntries(auditor, {}, { before: page.older }, 3);
    }
    expect(seen).toEqual(whole);
    const back = await listEntries(auditor, {}, { after: page.newer! }, 3);
    expect(back.groups.map(({ position }) => position)).toEqual(
      whole.slice(-3 - page.groups.length, -page.groups.length),
    );
    const first = await listEntries(auditor, {}, { after: whole[2]! }, 3);
    expect(first.groups.map(({ position }) => position)).toEqual(whole.slice(0, 2));
    expect(first.newer).toBeNull();
  });

  test("offers what it can be filtered by, to a team's people for their teams", async () => {
    const choices = await listHistoryChoices(world.actors.auditor);
    expect(choices.indicators.map(({ value }) => value)).toEqual(["2.3", "2.5", "4.3"]);
    expect(choices.people).toHaveLength(9);
    expect(choices.verbs.map(({ value }) => value)).toContain("actual.record");
    const own = await listHistoryChoices(world.actors.lead);
    expect(own.indicators.map(({ value }) => value)).toEqual(["2.3", "2.5"]);
    expect(own.people.map(({ label }) => label)).not.toContain("The otherLead");
  });

  test("can be taken away as CSV: all of it, in order, and the taking away is an entry", async () => {
    const { auditor } = world.actors;
    await enterReading(auditor, "history.export", { month: "2013-12" });
    const parts: string[] = [];
    for await (const part of historyCsv(auditor, {}, 1_000_000)) parts.push(part);
    const lines = parts.join("").trim().split("\r\n");
    expect(lines).toHaveLength(1 + (await countEntries(auditor)));
    expect(lines[0]).toBe(
      "position,at,person,kind,role,verb,sentence,indicator,month,table,key,operation,code,reason,request,address,agent,before,after,at_utc,at_local",
    );
    expect(lines[1]).toMatch(/history\.export,The auditor exported the history. Asked for: month 2013-12/);
    expect(lines.find((line) => line.includes("66 (Adequate) → 71 (Good)"))).toContain(`""value"": 71`);
  });

  test("filters by theme, by request and by import, of one's own council alone", async () => {
    const { auditor, lead, otherLead } = world.actors;
    const [theme] = (await listHistoryChoices(auditor)).themes;
    const ofTheme = { theme: theme!.value, verb: "actual.record" };
    expect(await countEntries(auditor, ofTheme)).toBe(await countEntries(auditor, { verb: "actual.record" }));
    expect(await countEntries(auditor, { ...ofTheme, indicator: "4.3" })).toBe(1);
    expect(await countEntries(lead, ofTheme)).toBe(2);

    const requestId = randomUUID();
    await perform(
      lead,
      "actual.record",
      async (tx) => {
        await tx.insert(actual).values({ indicatorId: world.indicators["2.3"], month: "2014-01", value: "67" });
      },
      { request: { id: requestId, digest: "one" } },
    );
    const asked = { request: requestId };
    expect(await said(auditor, asked)).toEqual(["The lead recorded 2.3 for January 2014: 67 (Adequate)"]);
    expect(await countEntries(otherLead, asked)).toBe(0);
    const { importId } = await importFirstScorecard(world.actors.officer);
    const imported = await countEntries(auditor, { import: importId });
    expect(imported).toBeGreaterThan(100);
    expect(await countEntries(auditor, { import: importId, indicator: "2.1", month: "2013-12" })).toBeGreaterThan(0);
    expect(await countEntries(auditor, { import: randomUUID() })).toBe(0);
    const neighbour = await makeNeighbour(database);
    for (const filters of [asked, { import: importId }])
      expect(await countEntries(neighbour.actors.auditor, filters)).toBe(0);
  });
});
