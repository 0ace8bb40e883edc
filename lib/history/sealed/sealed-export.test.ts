import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { changeNote, publicKeyOf } from "#lib/audit/seal/known-keys";
import { sealNext } from "#lib/audit/seal/seal-next";
import type { Sealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { unzip, zip } from "#lib/exports/zip";
import { countEntries } from "#lib/history/count-entries";
import type { HistoryFilters } from "#lib/history/inputs";
import { findSeal } from "#lib/history/sealed/find-seal";
import { exportSigner, sealedExport } from "#lib/history/sealed/sealed-export";
import { newSeed, signerOf } from "#lib/proof/note-key";
import { signNote } from "#lib/proof/signed-note";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let owner: pg.Client;
const { record, draft, submit } = commented(() => world, database);
let seed = newSeed();
const sealer: Sealer = { seed: () => seed, host: "candour.test", headsFile: null };
const folder = mkdtempSync(join(tmpdir(), "candour-export-"));

async function seal() {
  await takeCut(owner as never);
  await owner.query("begin");
  const note = await sealNext(askOn(owner), sealer);
  await owner.query("commit");
  return note!;
}

beforeAll(async () => {
  world = await makeWorld(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await seal();
  for (let figure = 1; figure <= 90; figure++) {
    await record("2.3", String(figure));
    if (figure % 30 === 0) await seal();
  }
  await draft("lead", "2.5", "Words that only their team reads.");
  await submit("lead", "2.3", "The recount is done.\u2028It says “66”.");
  await seal();
}, 120_000);
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

type Who = keyof World["actors"];
type Files = Record<string, string>;

async function take(who: Who, filters: HistoryFilters = {}, { head = null as number | null, since = 0 } = {}) {
  const found = (await findSeal(head))!;
  const taken = { actor: world.actors[who], filters, said: [], seal: found, since, at: new Date() };
  const parts = await allOf(zip(sealedExport(taken, sealer)));
  return Object.fromEntries(unzip(Buffer.concat(parts))) as Files;
}

/** What the program says of these files, run with nothing but Node. */
async function verify(files: Files, ...asked: string[]): Promise<{ code: number; said: string }> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = promisify(execFile)(process.execPath, [join(folder, "verify.mjs"), ...asked], {
    env: { NODE_ENV: "test" },
    cwd: "/",
  });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr }),
  );
}

function kept(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const linesOf = (files: Files) => files["entries.jsonl"]!.split("\n").slice(0, -1);
const manifestOf = (files: Files) => JSON.parse(files["manifest.json"]!);

describe("an export of the history", () => {
  test("whole, shows to who has only Node that none is left out", async () => {
    const files = await take("auditor");
    const { leaves, lines, head, entries } = manifestOf(files);
    expect(leaves).toEqual({ first: 0, end: lines, others: 0 });
    expect(entries).toBe(await countEntries(world.actors.auditor));
    const { code, said } = await verify(files, "--head", kept("head.txt", `I kept this in 2014:\n\n${head}`));
    expect(said).toMatch(/^Nothing is wrong: \d+ lines \(\d+ entries, \d+ actions\) are in the tree of \d+ leaves/);
    expect(said).toContain(`None from leaf 0 to ${leaves.end - 1} is left out.`);
    expect(said).not.toContain("Mind:");
    expect(code).toBe(0);
  });

  test.each<[Who, HistoryFilters]>([
    ["auditor", { indicator: "2.3" }],
    ["auditor", { verb: "comment.submit" }],
    ["auditor", { from: "2000-01-01", to: "2100-01-01" }],
    ["auditor", { person: "nobody" }],
    ["auditor", { indicator: "9.9" }],
    ["lead", {}],
    ["head", { indicator: "2.3" }],
  ])("of what %s finds by %j passes, with a line for each entry", async (who, filters) => {
    const files = await take(who, filters);
    const { code, said } = await verify(files, "--key", kept("key.txt", manifestOf(files).key));
    expect(said).toContain("Nothing is wrong");
    expect(said).toContain("what the signed manifest says");
    expect(code).toBe(0);
    expect(manifestOf(files).entries).toBe(await countEntries(world.actors[who], filters));
  });

  test("has the words that its reader may read, and nobody else's address", async () => {
    expect((await take("auditor"))["entries.jsonl"]).toContain("Words that only their team reads.");
    const heads = await take("head", {});
    expect(heads["entries.jsonl"]).not.toContain("Words that only their team reads.");
    expect(heads["entries.jsonl"]).toContain("The recount is done.");
    const actions = linesOf(heads)
      .map((line) => JSON.parse(JSON.parse(line).body))
      .filter(({ leaf }) => leaf === "action");
    expect(actions.every(({ person }) => person === world.people.head)).toBe(true);
    await expect(take("reader")).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("as of a head that somebody holds, and from one on", async () => {
    const [older] = await database.asOwner("select size::int, note from audit.head order by number offset 1 limit 1");
    const { size, note } = older as { size: number; note: string };
    const held = kept("held.txt", note);
    const newest = await take("auditor");
    expect((await verify(newest, "--head", held)).said).toContain(
      `the head that you hold of ${size}. Ask for the export`,
    );
    expect(await verify(await take("auditor", {}, { head: size }), "--head", held)).toMatchObject({ code: 0 });
    const { code, said } = await verify(await take("auditor", {}, { since: size }));
    expect(said).toContain(`None from leaf ${size} to`);
    expect(said).toContain("Mind:");
    expect(code).toBe(0);
    expect(await findSeal(size + 1)).toBeNull();
  });
});

describe("of an export that was tampered with", () => {
  let files: Files;
  let filtered: Files;
  beforeAll(async () => {
    files = await take("auditor");
    filtered = await take("auditor", { indicator: "2.3" });
  });

  const line = (of: Files, number: number) => JSON.parse(linesOf(of)[number - 1]!);
  const withLines = (of: Files, change: (lines: string[]) => string[]): Files => ({
    ...of,
    "entries.jsonl": `${change(linesOf(of)).join("\n")}\n`,
  });
  const changed = (number: number, change: (line: Record<string, unknown>) => object) => (lines: string[]) =>
    lines.with(number - 1, JSON.stringify(change(JSON.parse(lines[number - 1]!))));
  /** As whoever has no key would try: the manifest says what the lines now are. */
  const owned = (of: Files): Files => {
    const lines = linesOf(of).map((text) => JSON.parse(JSON.parse(text).body).leaf);
    const entries = lines.filter((leaf) => leaf === "entry").length;
    const sha256 = createHash("sha256").update(of["entries.jsonl"]!).digest("base64");
    const said = { ...manifestOf(of), lines: lines.length, entries, actions: lines.length - entries, sha256 };
    return { ...of, "manifest.json": `${JSON.stringify(said, null, 2)}\n` };
  };
  const renumbered = (lines: string[]) =>
    lines.map((text, at) => JSON.stringify({ ...JSON.parse(text), line: at + 1 }));
  const expectWrong = async (of: Files, words: RegExp | string, ...asked: string[]) => {
    const { code, said } = await verify(of, ...asked);
    expect(said).toMatch(words);
    expect(said).toMatch(/^Wrong: /);
    expect(code).toBe(1);
  };

  test("a changed line is named", async () => {
    const at = linesOf(files).findIndex((text) => text.includes('\\"value\\": 66'));
    const told = JSON.parse(line(files, at + 1).body);
    const forged = changed(at + 1, (one) => ({ ...one, body: String(one.body).replace('"value": 66', '"value": 86') }));
    await expectWrong(
      withLines(files, forged),
      new RegExp(`Line ${at + 1} \\(entry ${told.position}, ${told.verb}, .* not what was sealed`),
    );
    await expectWrong(owned(withLines(files, forged)), "is not in the tree");
  });

  test.each(["leaf", "proof", "same", "line", "body", "words"])("a changed %s of any line is found", async (name) => {
    for (const number of [1, 2, 57, linesOf(files).length]) {
      const other = { leaf: 3, proof: [], same: 99, line: 7, body: "{}", words: { ab: ["cd", "Other words."] } }[name];
      await expectWrong(
        withLines(
          files,
          changed(number, (one) => ({ ...one, [name]: other })),
        ),
        /Line \d+/,
      );
    }
  });

  test("changed words are named, and words taken away are missed", async () => {
    const at = linesOf(files).findIndex((text) => text.includes("The recount is done."));
    const other = (text: string) => text.replace("The recount is done.", "The recount is not done.");
    await expectWrong(
      withLines(files, (lines) => lines.map(other)),
      new RegExp(`Line ${at + 1} .*words that are not those`),
    );
    await expectWrong(
      withLines(
        files,
        changed(at + 1, (one) => ({ ...one, words: {} })),
      ),
      "not the one that the manifest",
    );
  });

  test("a line dropped, added, put twice or in another order is found, whatever the numbers say", async () => {
    const drop = (lines: string[]) => lines.toSpliced(40, 1);
    const twice = (lines: string[]) => lines.toSpliced(40, 0, lines[40]!);
    const swap = (lines: string[]) => lines.with(40, lines[41]!).with(41, lines[40]!);
    const last = (lines: string[]) => lines.slice(0, -1);
    for (const of of [files, filtered]) {
      for (const change of [drop, twice, swap]) {
        await expectWrong(withLines(of, change), /Line 4\d .*calls itself/);
        await expectWrong(owned(withLines(of, (lines) => renumbered(change(lines)))), /Line 4\d|signed/);
      }
      await expectWrong(withLines(of, last), "The manifest says");
      await expectWrong(owned(withLines(of, last)), /left out|not the one that was signed/);
    }
    const foreign = linesOf(files).find(
      (text) => !linesOf(filtered).some((own) => JSON.parse(own).leaf === JSON.parse(text).leaf),
    )!;
    await expectWrong(
      withLines(filtered, (lines) => [...lines, foreign]),
      /Line \d+/,
    );
    await expectWrong({ ...files, "entries.jsonl": files["entries.jsonl"]!.slice(0, -1) }, "cut off");
    await expectWrong({ ...files, "entries.jsonl": `${files["entries.jsonl"]}\n` }, "is not a line");
  });

  test.each([
    ["lines", 5],
    ["filter", { words: "Everything", data: {} }],
    ["takenBy", "Somebody else"],
    ["leaves", null],
    ["sha256", "AAAA"],
  ])("a manifest with another %s is found", async (name, value) => {
    const said = { ...manifestOf(filtered), [name]: value, ...(name === "leaves" && { readBy: "somebody" }) };
    await expectWrong({ ...filtered, "manifest.json": JSON.stringify(said) }, /manifest/);
  });

  test("what is no export is said to be none", async () => {
    for (const text of ["", "null", "[]", "{}", JSON.stringify({ ...manifestOf(files), key: "AAAA" })])
      await expectWrong({ ...files, "manifest.json": text }, /no export|no head|The manifest/);
    await expectWrong(
      withLines(
        files,
        changed(5, (one) => ({ ...one, words: null })),
      ),
      /no export|Line 5/,
    );
    await expectWrong(
      withLines(
        files,
        changed(5, (one) => ({ ...one, says: "More." })),
      ),
      "Line 5 is not a line",
    );
    await expectWrong({ ...files, "entries.jsonl": files["entries.jsonl"]!.replaceAll("\n", "\r\n") }, "Line 1 is not");
    await expectWrong({ ...files, "manifest.note": filtered["manifest.note"]! }, "not the one that was signed");
    await expectWrong({ ...files, "entries.jsonl": "" }, "The manifest says");
    expect(await verify(files, "--unknown")).toMatchObject({ code: 1, said: expect.stringContaining("--head FILE") });
    expect(await verify(files, "--head", "/nowhere.txt")).toMatchObject({ code: 1 });
  });

  test("another's key, or a head of another tree, is found", async () => {
    const other = newSeed();
    const text = `${JSON.stringify({ ...manifestOf(filtered), key: publicKeyOf(other).toString("base64") }, null, 2)}\n`;
    const signed = `An export of the history of Candour\n${createHash("sha256").update(text).digest("base64")}\n`;
    const forged = {
      ...filtered,
      "manifest.json": text,
      "manifest.note": signNote(signed, signerOf(exportSigner, other)),
    };
    await expectWrong(forged, "head is not signed by the key");
    const { key, head } = manifestOf(filtered);
    await expectWrong(forged, "another key than the one you hold", "--key", kept("key.txt", key));
    await expectWrong(forged, "signed by another key", "--head", kept("head.txt", head));
    const root = head.split("\n")[2];
    const elsewhere = kept("elsewhere.txt", head.replace(root, Buffer.alloc(32, 7).toString("base64")));
    await expectWrong(filtered, "written anew", "--head", elsewhere);
    await expectWrong(filtered, "no head in it", "--head", kept("none.txt", "nothing"));
  });

  test("after a change of keys, who holds the key before is told of the new one", async () => {
    const [before, next] = [seed, newSeed()];
    const held = kept("key-before.txt", publicKeyOf(before).toString("base64"));
    await database.asOwner("insert into audit.key_change (number, note) values (1, $1)", [
      changeNote(before, next, "0"),
    ]);
    seed = next;
    const after = await take("auditor", { indicator: "2.3" });
    expect(await verify(after, "--key", held)).toMatchObject({ code: 0 });
    await expectWrong(
      { ...after, "manifest.json": JSON.stringify({ ...manifestOf(after), keyChanges: [] }) },
      "another key than the one you hold",
      "--key",
      held,
    );
  });
});

describe("in a tree that two councils share", () => {
  let neighbour: World;
  beforeAll(async () => {
    neighbour = await makeNeighbour(database);
    await seal();
  });

  test("each has their own, and is told how many leaves are not", async () => {
    const files = await take("auditor");
    const { leaves, lines } = manifestOf(files);
    expect(leaves.others).toBe(leaves.end - lines);
    expect(leaves.others).toBeGreaterThan(0);
    expect(files["entries.jsonl"]).not.toContain(neighbour.organisationId);
    const { code, said } = await verify(files);
    expect(said).toContain(`${leaves.others} are another organisation’s`);
    expect(code).toBe(0);
  });
});
