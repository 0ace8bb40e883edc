import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { actual } from "#db/schema/actuals";
import { useDatabase } from "#db/testing/use-database";
import { perform } from "#lib/audit/perform";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  // What stands behind the list of verbs is tried by itself.
  await database.asOwner("update audit.verb_write set just_made = false");
});

const insertActual = (month: string) =>
  `insert into actual (indicator_id, month, value) values ('${world.indicators["2.3"]}', '${month}', 1)`;

const newestEntry = async (key: string) =>
  (await database.asOwner("select * from audit.entry where key = $1 order by position desc limit 1", [key]))[0];

describe("the trail", () => {
  test("is on every table but the few that are named as outside it", async () => {
    expect(await database.asOwner("select audit.unwatched()")).toEqual([]);
    await database.asOwner("create table stray (id uuid)");
    expect(await database.asOwner("select audit.unwatched()")).toEqual([{ unwatched: "stray" }]);
    await database.asOwner("drop table stray");
  });

  test("refuses a write with no author, from the web's login and from the owner", async () => {
    await expect(database.asApp(insertActual("2020-01-01"))).rejects.toThrow(
      "A write to actual with no author is refused",
    );
    await expect(database.asOwner(insertActual("2020-01-01"))).rejects.toThrow("no author");
    await expect(database.asOwner("update person set name = 'x'")).rejects.toThrow("no author");
  });

  test("takes the owner's write through the operator's door, with its reason", async () => {
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('mending by hand'); update team set name = 'Assessments' where slug = 'assessment'; end $$`,
    );
    const entry = await newestEntry(world.teams.assessment);
    expect(entry).toMatchObject({
      operation: "changed",
      person: null,
      before: { name: "Assessment" },
      after: { name: "Assessments" },
    });
    const [action] = await database.asOwner(
      "select a.kind, a.database_role, w.body as reason from audit.action a join audit.words w on w.digest = a.reason where a.id = $1",
      [entry?.action],
    );
    expect(action).toMatchObject({ kind: "operator", reason: "mending by hand", database_role: "candour_owner" });
  });

  test("lets nobody change, delete or empty it, nor delete a row under it", async () => {
    for (const statement of [
      "update audit.entry set verb = 'x'",
      "delete from audit.action",
      "truncate audit.entry",
      "truncate audit.action cascade",
    ]) {
      await expect(database.asOwner(statement)).rejects.toThrow("only ever appended to");
      await expect(database.asApp(statement)).rejects.toThrow("permission denied");
    }
    await expect(database.asOwner("delete from actual")).rejects.toThrow("never deleted");
    await expect(database.asOwner("truncate actual cascade")).rejects.toThrow("never deleted");
    await expect(database.asApp("delete from actual")).rejects.toThrow("permission denied");
    await expect(database.asApp("create temporary table t (x int)")).rejects.toThrow("permission denied");
    await expect(database.asApp("insert into audit.entry (verb) values ('x')")).rejects.toThrow("permission denied");
    await expect(database.asApp("select audit.begin_operator('me')")).rejects.toThrow("permission denied");
    await expect(database.asApp("select password_hash from credential")).rejects.toThrow("permission denied");
  });

  test("takes no entry and no action that somebody else wrote by hand", async () => {
    const hand =
      "insert into audit.entry (action, verb, operation) select id, 'x', 'changed' from audit.action limit 1";
    await expect(database.asOwner(hand)).rejects.toThrow("never by hand");
    const forged = `insert into audit.action (kind, person, verb, outcome) values ('person', '${world.people.head}', 'x', 'done')`;
    await expect(database.asOwner(forged)).rejects.toThrow("never by hand");
  });

  test("lets no role that ended be revived", async () => {
    await expect(
      database.asOwner(
        `do $$ begin perform audit.begin_operator('test'); update role_grant set revoked_at = now() where role = 'reader';
         update role_grant set revoked_at = null; end $$`,
      ),
    ).rejects.toThrow("granted anew, not revived");
  });

  test("says who, what, where, before and after, and appends nothing where nothing changed", async () => {
    const cell = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
    const key = await perform(world.actors.lead, "actual.record", async (tx) => {
      const [made] = await tx
        .insert(actual)
        .values({ ...cell, value: "66" })
        .returning({ id: actual.id });
      return made!.id;
    });
    await perform(world.actors.lead, "actual.record", async (tx) => {
      await tx.update(actual).set({ value: "68" }).where(eq(actual.id, key!));
    });
    const entry = await newestEntry(key!);
    expect(entry).toMatchObject({
      person: world.people.lead,
      verb: "actual.record",
      team: world.teams.assessment,
      scorecard: world.scorecard.id,
      indicator: cell.indicatorId,
      row_version: 2,
      before: { value: 66, version: 1 },
      after: { value: 68, version: 2 },
    });
    await perform(world.actors.lead, "actual.record", async (tx) => {
      await tx.update(actual).set({ value: "68" }).where(eq(actual.id, key!));
    });
    expect((await newestEntry(key!))?.position).toBe(entry?.position);
  });

  test("keeps identifying columns and other people's names out of a write's reach", async () => {
    await expect(
      database.asOwner(
        "do $$ begin perform audit.begin_operator('x'); update actual set month = month - interval '1 month'; end $$",
      ),
    ).rejects.toThrow("month of actual never changes.");
    await expect(
      perform(world.actors.officer, "import.commit", (tx) =>
        tx.execute(
          `update scorecard_month set closed_at = now(), closed_by = '${world.people.head}' where closed_at is null`,
        ),
      ),
    ).rejects.toMatchObject({ cause: { detail: "FALSE_AUTHOR" } });
  });

  test("holds no secret and no token", async () => {
    const [leak] = await database.asOwner(
      "select count(*)::int as n from audit.entry where coalesce(after, '{}') ?| array['token_hash', 'password_hash', 'body', 'salt', 'content']",
    );
    expect(leak).toEqual({ n: 0 });
  });
});

describe("perform", () => {
  const nothing = async () => undefined;

  test("refuses a role that may not, and enters it", async () => {
    await expect(perform(world.actors.reader, "actual.record", nothing)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const [entry] = await database.asOwner(
      "select a.code, e.operation, e.verb from audit.entry e join audit.action a on a.id = e.action where e.person = $1 and e.operation = 'refused'",
      [world.people.reader],
    );
    expect(entry).toEqual({ code: "WRONG_ROLE", operation: "refused", verb: "actual.record" });
  });

  test("does one request once, and refuses its id for other contents", async () => {
    const request = { id: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001", digest: "a" };
    let times = 0;
    const count = async () => ++times;
    expect(await perform(world.actors.lead, "actual.record", count, { request })).toBe(1);
    expect(await perform(world.actors.lead, "actual.record", count, { request })).toBeUndefined();
    expect(times).toBe(1);
    await expect(
      perform(world.actors.lead, "actual.record", count, { request: { ...request, digest: "b" } }),
    ).rejects.toMatchObject({ code: "REQUEST_REUSED" });
    await expect(perform(world.actors.lead, "actual.clear", count, { request })).rejects.toMatchObject({
      code: "REQUEST_REUSED",
    });
  });

  test("refuses a session that was ended", async () => {
    const { otherHead } = world.actors;
    await perform(otherHead, "session.end", (tx) =>
      tx.execute(`update session set ended_by = '${world.people.otherHead}' where id = '${otherHead.sessionId}'`),
    );
    await expect(perform(otherHead, "comment.approve", nothing)).rejects.toMatchObject({ code: "SESSION_ENDED" });
  });
});
