import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database as pool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { freeTextColumns } from "#db/words";
import { getSavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { nothingTyped } from "#lib/rules/actual";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { draft, submit, giveBack } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

const record = (value: string, note: string, seen: number) =>
  recordActual(world.actors.lead, {
    indicatorId: world.indicators["2.3"],
    month: "2013-12",
    seen,
    typed: { ...nothingTyped, value, note },
  });
const noteDigest = async () =>
  (await database.asOwner("select note from actual where note is not null and value >= 68"))[0]?.note as string;
const told = async (who: "lead" | "head" | "otherLead" | "officer" | "auditor") =>
  (await listEntries(world.actors[who])).groups.map(({ headline }) => sentenceText(headline)).join("\n");

describe("free text", () => {
  test("stands once, under a salted digest that row and trail hold in its place", async () => {
    await record("68", "The Smiths moved in.", 0);
    const digest = await noteDigest();
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const [kept] = await database.asOwner(
      "select encode(sha256(salt || convert_to(body, 'UTF8')), 'hex') = digest as is_its_own, body from audit.words where digest = $1",
      [digest],
    );
    expect(kept).toEqual({ is_its_own: true, body: "The Smiths moved in." });
    const [held] = await database.asOwner(
      "select count(*)::int as n from audit.entry where concat(before, after) like '%Smiths%'",
    );
    expect(held).toEqual({ n: 0 });
    expect((await getSavedActual(pool(), world.indicators["2.3"], "2013-12"))?.content.note).toBe(
      "The Smiths moved in.",
    );
  });

  test("that stays as it was keeps its digest; equal words elsewhere have another", async () => {
    const before = await noteDigest();
    await record("69", "The Smiths moved in.", 1);
    expect(await noteDigest()).toBe(before);
    await recordActual(world.actors.lead, {
      indicatorId: world.indicators["2.5"],
      month: "2013-12",
      seen: 0,
      typed: { ...nothingTyped, value: "4", note: "The Smiths moved in." },
    });
    const digests = await database.asOwner("select distinct note from actual where note is not null");
    expect(digests).toHaveLength(2);
  });

  test("is what every column of words is, the reason of an action included", async () => {
    const watched = await database.asOwner(
      `select distinct jsonb_object_keys(split_part(encode(tgargs, 'escape'), '\\000', 2)::jsonb) as name
       from pg_trigger where tgname = 'guard_row' order by 1`,
    );
    expect(watched.map(({ name }) => name)).toEqual([...freeTextColumns].toSorted());
    const { revisionId } = (await submit("lead", "2.3", "Words."))!;
    await giveBack("head", revisionId, "Name the cases.");
    const [held] = await database.asOwner(
      "select count(*)::int as n from audit.action where reason !~ '^[0-9a-f]{64}$'",
    );
    expect(held).toEqual({ n: 0 });
    expect(await told("lead")).toContain("Reason: Name the cases.");
    const kept = await database.asOwner("select from audit.words where body = 'Name the cases.'");
    expect(kept).toHaveLength(1);
  });

  test("is not confirmed by what is remembered of its form", async () => {
    const digest = createHash("sha256").update("what was sent").digest("hex");
    const request = { id: randomUUID(), digest };
    await perform(world.actors.lead, "session.end_others", async () => undefined, { request });
    const [remembered] = await database.asOwner("select request_digest from audit.action where request_id = $1", [
      request.id,
    ]);
    expect(remembered?.request_digest).toMatch(/^[0-9a-f]{64}$/);
    expect(remembered?.request_digest).not.toContain(digest);
    const plain = createHash("sha256").update(`session.end_others ${digest}`).digest("hex");
    expect(remembered?.request_digest).not.toBe(plain);
  });

  test("is not read by writing its digest into words of one's own", async () => {
    const { revisionId } = (await draft("lead", "2.5", "Nobody else's to read."))!;
    const [row] = await database.asOwner("select words from comment_revision where id = $1", [revisionId]);
    const note = String(row?.words);
    const typed = { ...nothingTyped, value: "30", note };
    const cell = { indicatorId: world.indicators["4.3"], month: "2013-12", seen: 0, typed } as const;
    await expect(recordActual(world.actors.otherLead, cell)).rejects.toMatchObject({ code: "INVALID" });
  });

  test("longer than is kept is refused in words", async () => {
    const long = `do $$ begin perform audit.begin_operator('a test'); update actual set note = repeat('x', 1001) where note is not null; end $$`;
    await expect(database.asOwner(long)).rejects.toThrow("at most 1000 are kept");
  });

  test("is never changed, whoever says what they do it for", async () => {
    const digest = await noteDigest();
    const by = (verb: string) =>
      `do $$ declare taken uuid; begin taken := audit.begin_operator('it names a family', '${verb}');
       update audit.words set body = null, salt = null, redacted_by = taken where digest = '${digest}'; end $$`;
    await expect(database.asOwner(by("operator.change"))).rejects.toThrow("never change");
    await expect(database.asOwner(by("words.redact"))).rejects.toThrow("never change");
    await expect(database.asOwner("update audit.words set body = 'other'")).rejects.toThrow("never change");
    await expect(database.asOwner("delete from audit.words")).rejects.toThrow("never change");
    await expect(database.asOwner("truncate audit.words cascade")).rejects.toThrow("only ever appended");
    await expect(database.asApp("update audit.words set body = null")).rejects.toThrow("permission denied");
  });
});

describe("earlier words of a draft", () => {
  test("are read in the history by its team's leads and the auditor, and by nobody else", async () => {
    await draft("lead", "2.5", "A first thought.");
    await draft("lead", "2.5", "A second thought.");
    for (const who of ["lead", "auditor"] as const) {
      expect(await told(who)).toContain("“A first thought.”");
      expect(await told(who)).toContain("“A second thought.”");
    }
    for (const who of ["head", "officer", "otherLead"] as const) expect(await told(who)).not.toContain("thought");
  });

  test("of a submission are read by the team's head of service too, once they are submitted", async () => {
    await submit("lead", "2.5", "The last word.");
    expect(await told("head")).toContain("“The last word.”");
    expect(await told("head")).not.toContain("thought");
    expect(await told("officer")).not.toContain("last word");
  });
});
