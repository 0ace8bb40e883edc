import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { changeNote, knownKeys, publicKeyOf } from "#lib/audit/seal/known-keys";
import { madeBy } from "#lib/audit/seal/made-by";
import { notesIn, readHead, saidOf } from "#lib/audit/seal/read-head";
import { sealNext } from "#lib/audit/seal/seal-next";
import type { Sealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { leafHash } from "#lib/proof/hash";
import { newSeed } from "#lib/proof/note-key";
import { emptyTree, grow, rootOf } from "#lib/proof/tree";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const folder = mkdtempSync(join(tmpdir(), "candour-heads-"));
const seed = newSeed();
const sealer: Sealer = { seed: () => seed, host: "candour.test", headsFile: join(folder, "heads.txt") };

beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const seal = (as: Sealer = sealer, ending: "commit" | "rollback" = "commit") =>
  connected(async (client) => {
    await takeCut(client as never);
    await client.query("begin");
    const note = await sealNext(askOn(client), as);
    await client.query(ending);
    return note;
  });

type Leaf = { number: string; hash: Buffer; position: string | null; action: string | null };
const leaves = () => database.asOwner("select * from audit.leaf order by number") as Promise<Leaf[]>;
const count = async (of: string) => Number((await database.asOwner(`select count(*) from ${of}`))[0]!.count);
const known = { keys: [publicKeyOf(seed)], lostAfter: null };

async function expectSealed(note: string | null) {
  const head = readHead(note!, known)!;
  const all = await leaves();
  expect(head.size).toBe(all.length);
  expect(all.map(({ number }) => Number(number))).toEqual(all.map((_, n) => n));
  expect(head.root).toEqual(
    rootOf(
      grow(
        emptyTree,
        all.map(({ hash }) => hash),
      ),
    ),
  );
  expect(all.length).toBe((await count("audit.entry")) + (await count("audit.action")));
  return head;
}

describe("a head", () => {
  test("is of all entries and actions, each action before its first entry", async () => {
    const head = await expectSealed(await seal());
    expect(head.origin).toBe("candour.test/history/1");
    expect(saidOf(head, "cut")).toBe("1");
    const all = await leaves();
    const places = new Map(all.map(({ action, number }) => [action, Number(number)]));
    const entries = await database.asOwner("select position, action from audit.entry order by position");
    const ofEntries = all.filter(({ position }) => position !== null);
    expect(ofEntries.map(({ position }) => position)).toEqual(entries.map(({ position }) => position));
    for (const [n, { action }] of entries.entries()) {
      expect(places.get(action as string)).toBeLessThan(Number(ofEntries[n]!.number));
    }
  });

  test("grows with what is new, and is not made anew without", async () => {
    await record("2.3", "60");
    const head = await expectSealed(await seal());
    expect(saidOf(head, "cut")).toBe("2");
    expect(await seal()).toBeNull();
  });

  test("is of the hashes that anybody can work out from the entry", async () => {
    const [found] = await database.asOwner(
      `select l.hash, audit.leaf_of_entry(e) as body from audit.leaf l join audit.entry e on e.position = l.position
       order by l.number desc limit 1`,
    );
    const { hash, body } = found as { hash: Buffer; body: string };
    expect(leafHash(Buffer.from(body))).toEqual(hash);
    expect(JSON.parse(body)).toMatchObject({ leaf: "entry", verb: "actual.record", after: { value: 60 } });
  });

  test("is said in a file that is taken away, the newest up to its cut", async () => {
    const made = (cut: number) => madeBy(world.actors.auditor, { of: null, cut });
    const [{ earlier } = { earlier: 0 }] = await database.asOwner("select max(cut)::int as earlier from audit.head");
    await record("2.3", "65");
    const first = readHead((await seal())!, known)!;
    const cut = Number((await database.asOwner("select max(cut) as cut from audit.head"))[0]!.cut);
    await record("2.3", "66");
    const second = readHead((await seal())!, known)!;
    expect((await made(Number(earlier))).sealed?.root).not.toBe(first.root.toString("base64"));
    expect((await made(0)).sealed).toBeNull();
    expect((await made(cut)).sealed).toEqual({ size: String(first.size), root: first.root.toString("base64") });
    expect((await made(cut + 100)).sealed).toEqual({ size: String(second.size), root: second.root.toString("base64") });
  });

  test("takes up what somebody was still writing when the one before it was made", async () => {
    await connected(async (client) => {
      await client.query("begin");
      await client.query("select audit.begin_system('system.change', 'waits', $1)", [world.organisationId]);
      await record("2.3", "61");
      await seal();
      await client.query("commit");
    });
    await record("2.3", "62");
    await expectSealed(await seal());
  });

  test("that is not committed leaves no trace, and the next is the same tree", async () => {
    await record("2.3", "63");
    const thrownAway = await seal(sealer, "rollback");
    expect(await seal()).toBe(thrownAway);
  });

  test("goes on from leaves that somebody made without one", async () => {
    await record("2.3", "64");
    await connected(async (client) => {
      await takeCut(client as never);
      await client.query("select from audit.add_leaves()");
    });
    await expectSealed(await seal());
  });

  test("is never of a cut whose entries are no leaves", async () => {
    await record("2.3", "65");
    await connected(async (client) => {
      const cut = await takeCut(client as never);
      const add = client.query("select audit.add_head($1, sha256(''), '{}', 'a note', '[]')", [cut]);
      await expect(add).rejects.toThrow("all of whose entries are leaves");
    });
    await expectSealed(await seal());
  });
});

test("several at once make one tree, while people write", async () => {
  const before = await count("audit.head");
  const writing = (async () => {
    for (let n = 0; n < 12; n++) await record("2.5", String(n));
  })();
  const sealing = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 15; n++) await seal();
  });
  await Promise.all([writing, ...sealing]);
  await record("2.5", "12");
  await expectSealed(await seal());
  expect(await count("audit.head")).toBeGreaterThan(before + 1);
});

describe("nothing is signed", () => {
  const refused = async (as: Sealer, why: RegExp) => {
    const before = await count("audit.leaf");
    await expect(seal(as)).rejects.toThrow(why);
    expect(await count("audit.leaf")).toBe(before);
  };
  const other = newSeed();

  test("with a key that is not the one before", async () => {
    await record("2.3", "66");
    await refused({ ...sealer, seed: () => other }, /not signed by a key/);
  });

  test("after more was signed here than the trail holds", async () => {
    const note = await seal(sealer, "rollback");
    appendFileSync(sealer.headsFile!, `${note!.replace(/^(.*\n)\d+/, "$1999999")}\n`);
    await refused(sealer, /does not have the head of 999999 leaves/);
    rmSync(sealer.headsFile!);
  });

  test("after a tree that somebody changed by hand", async () => {
    const change = (set: string) =>
      database.asOwner(
        `alter table audit.head disable trigger refuse_change; update audit.head set ${set} where number = (select max(number) from audit.head);
         alter table audit.head enable always trigger refuse_change`,
      );
    await change("peaks = peaks[2:] || peaks[1:1]");
    await refused(sealer, /not the one that was signed/);
    await change("peaks = peaks[array_length(peaks, 1):] || peaks[:array_length(peaks, 1) - 1]");
    await expectSealed(await seal());
  });
});

describe("another key", () => {
  const [next, last] = [newSeed(), newSeed()];
  const enter = (note: string) =>
    database.asOwner(
      "insert into audit.key_change (number, note) select coalesce(max(number), 0) + 1, $1 from audit.key_change",
      [note],
    );
  const changes = async () =>
    (await database.asOwner("select note from audit.key_change order by number")).map(({ note }) => note as string);

  test("goes on where both signed the change, and the one before is refused from then on", async () => {
    await enter(changeNote(seed, next, "0"));
    await record("2.3", "70");
    await expect(seal()).rejects.toThrow(/with another key than this process was given/);
    const note = await seal({ ...sealer, seed: () => next });
    const keys = knownKeys(publicKeyOf(next), await changes());
    expect(keys.keys).toEqual([publicKeyOf(seed), publicKeyOf(next)]);
    expect(readHead(note!, keys)).not.toBeNull();
    expect(readHead(note!, known)).toBeNull();
  });

  test("goes on from the head that the change names, where the key before was lost", async () => {
    const [found] = await database.asOwner(
      "select size || ' ' || encode(root, 'base64') as head from audit.head order by number desc limit 1",
    );
    await enter(changeNote(null, last, found!.head as string));
    await record("2.3", "71");
    expect(await seal({ ...sealer, seed: () => last })).not.toBeNull();
    expect(knownKeys(publicKeyOf(last), await changes()).keys).toEqual([publicKeyOf(last)]);
  });
});

test("heads are found in a text, however they stand in it", async () => {
  const [{ note } = { note: "" }] = (await database.asOwner("select note from audit.head limit 1")) as {
    note: string;
  }[];
  expect(notesIn(`Dear auditor,\r\n\r\n${note.replaceAll("\n", "\r\n")}\r\nYours`)).toEqual([note]);
  expect(notesIn(`${note}\n${note}\n`)).toEqual([note, note]);
});

test("that nothing is wrong is said by the owner alone", async () => {
  const say = (kind: string) => `select audit.add_verification('${kind}', now(), 1, '[]', '[]')`;
  await expect(database.asApp(say("verified"))).rejects.toThrow("The trail is verified by its owner.");
  await database.asApp(say("not sealed"));
  await database.asOwner(say("verified"));
});
