import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { appPool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { takeCut as takeCutOn } from "#lib/audit/take-cut";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const takeCut = () => takeCutOn(appPool());
const { record } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await takeCut();
});

const newestCut = async () => (await database.asOwner("select * from audit.cut order by number desc limit 1"))[0]!;
const held = async (cut: number) =>
  (await database.asOwner("select count(*)::int as n from audit.entries_in($1)", [cut]))[0]!.n;

async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const rename = (name: string) => `update team set name = '${name}' where slug = 'workforce'`;

describe("a cut is taken", () => {
  test("when something is new, of all there is, and not again until something else is", async () => {
    expect(await takeCut()).toBeNull();
    const before = await newestCut();
    await record("2.3", "66");
    const taken = await takeCut();
    expect(taken).toBe(Number(before.number) + 1);
    expect(await held(taken!)).toBe(Number(await held(Number(before.number))) + 1);
    expect(await takeCut()).toBeNull();
  });

  test("of what was being written at the cut before, once it is committed, though its positions are older", async () => {
    await connected(async (client) => {
      await client.query("begin");
      await client.query("select audit.begin_operator('slowly')");
      await client.query(rename("Slow"));
      await record("2.3", "67");
      const without = (await takeCut())!;
      const entries = await held(without);
      expect(await takeCut()).toBeNull();
      await client.query("commit");
      const withIt = (await takeCut())!;
      expect(withIt).toBe(without + 1);
      expect(await held(without)).toBe(entries);
      expect(await held(withIt)).toBe(Number(entries) + 1);
    });
  });

  test("by one of several who try at once", async () => {
    await record("2.3", "68");
    const taken = await Promise.all(Array.from({ length: 8 }, takeCut));
    expect(taken.filter((number) => number !== null)).toHaveLength(1);
    expect(await takeCut()).toBeNull();
  });

  test("of nothing that is rolled back", async () => {
    await connected(async (client) => {
      await client.query("begin");
      await client.query("select audit.begin_operator('never')");
      await client.query(rename("Never"));
      expect(await takeCut()).toBeNull();
      await client.query("rollback");
      expect(await takeCut()).toBeNull();
    });
  });

  test("in somebody's own transaction, of what that has written and nobody else's is", async () => {
    await connected(async (other) => {
      await other.query("begin");
      await other.query("select audit.begin_operator('beside it')");
      await other.query(rename("Beside"));
      const taken = await connected(async (client) => {
        await client.query("begin");
        await client.query("select audit.begin_operator('an edition to come')");
        await client.query("update team set name = 'Assessed' where slug = 'assessment'");
        const { rows } = await client.query("select audit.take_cut(true)::int as number");
        expect(await takeCut()).toBeNull();
        await client.query("commit");
        return rows[0].number as number;
      });
      await other.query("commit");
      const changed = await database.asOwner(
        "select after ->> 'name' as name from audit.entries_in($1) where table_name = 'team' order by position desc limit 1",
        [taken],
      );
      expect(changed).toEqual([{ name: "Assessed" }]);
      expect(await takeCut()).toBe(taken + 1);
    });
  });
});

describe("a cut is kept", () => {
  test("for ever, whoever would change it", async () => {
    for (const write of [
      "update audit.cut set taken_at = now()",
      "delete from audit.cut",
      "truncate audit.cut",
      "update audit.incarnation set first_position = 1",
      "delete from audit.incarnation",
    ]) {
      await expect(database.asOwner(write), write).rejects.toThrow(/only ever appended to|cannot truncate/);
    }
  });

  test("and the web can take one, but make up none", async () => {
    const made = "insert into audit.cut select number + 1, incarnation, taken_at, snapshot, newest from audit.cut";
    await expect(database.asApp(made)).rejects.toThrow("permission denied");
    await expect(database.asApp("select audit.hold_incarnation()")).rejects.toThrow("permission denied");
  });
});

test("everything committed by the moment of a cut is in it", async () => {
  await record("2.5", "3");
  const { rows } = await connected((client) => client.query("select clock_timestamp() as at"));
  const taken = await takeCut();
  const cut = await newestCut();
  expect(Number(cut.number)).toBe(taken);
  expect((cut.taken_at as Date) >= rows[0].at).toBe(true);
});

test("while many write, pause and roll back, no cut tears a transaction or has a gap in a row", {
  timeout: 60_000,
}, async () => {
  const [writers, until] = [12, Date.now() + 4_000];
  let committed = 0;
  const write = (n: number) =>
    connected(async (client) => {
      while (Date.now() < until) {
        await client.query("begin");
        await client.query("select audit.begin_operator('one of many')");
        // Two rows of one transaction, one of which everybody wants, and more if it takes its time.
        await client.query("update organisation set name = $1", [`Council ${n} ${Math.random()}`]);
        if (Math.random() < 0.3) await pause(Math.random() * 20);
        await client.query("update person set name = $1 where id = $2", [
          `Person ${Math.random()}`,
          world.people.reader,
        ]);
        if (Math.random() < 0.3) {
          await client.query("rollback");
        } else {
          await client.query("commit");
          committed++;
        }
        if (n % 2 === 0) {
          await client.query("begin");
          await client.query("select audit.begin_operator('of its own')");
          await client.query(rename(`Workforce ${Math.random()}`));
          await pause(Math.random() * 30);
          await client.query("commit");
        }
      }
    });
  const cuts: number[] = [];
  const take = async () => {
    while (Date.now() < until) {
      const taken = await takeCut();
      if (taken) cuts.push(taken);
      await pause(5);
    }
  };
  await Promise.all([...Array.from({ length: writers }, (_, n) => write(n)), take(), take()]);
  cuts.push((await takeCut()) ?? cuts.at(-1)!);
  expect(committed).toBeGreaterThan(50);
  expect(cuts.length).toBeGreaterThan(20);

  const faults = await database.asOwner(
    `with held as (select c.number as cut, e.* from unnest($1::bigint[]) c (number) cross join audit.entries_in(c.number) e),
       whole as (select xid, action, count(*) as n from audit.entry group by 1, 2)
     select 'torn' as fault, cut from held group by cut, xid, action
       having count(*) <> (select n from whole w where w.xid = held.xid and w.action = held.action)
     union all
     select 'gap', cut from held where row_version is not null group by cut, table_name, key having count(*) <> max(row_version)
     union all
     select 'lost', a.cut from held a where a.cut < $2
       and not exists (select from audit.entries_in(a.cut + 1) b where b.position = a.position)`,
    [cuts.toSorted(() => Math.random() - 0.5).slice(0, 12), cuts.at(-1)],
  );
  expect(faults).toEqual([]);
});

test("the cost of a save does not depend on cuts and seals: nothing of the trail's writing knows them", async () => {
  const writing = await database.asOwner(
    `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'audit' and p.prosrc ~ 'audit\\.(cut|incarnation|leaf|head)\\M'`,
  );
  expect(writing.map(({ proname }) => String(proname)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "add_head",
    "add_leaves",
    "begin_incarnation",
    "entries_in",
    "hold_incarnation",
    "take_cut",
    "unsealed",
  ]);
});
