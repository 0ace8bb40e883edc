import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logins } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { sealNext } from "#lib/audit/seal/seal-next";
import type { Sealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { verifyAsOf } from "#lib/audit/verify/verify-trail";
import { unzip, zip } from "#lib/exports/zip";
import { findSeal } from "#lib/history/sealed/find-seal";
import { sealedExport } from "#lib/history/sealed/sealed-export";
import { getStory } from "#lib/history/story/get-story";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { getImport } from "#lib/imports/queries";
import { newSeed } from "#lib/proof/note-key";
import { getProposing } from "#lib/redactions/get-proposing";
import { getRedaction } from "#lib/redactions/get-redaction";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { made } from "#lib/testing/made";
import { inMonths } from "#lib/testing/months";
import { redacting, standsIn } from "#lib/testing/redacting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let owner: pg.Client;
const { draft, record, submit, approve } = commented(() => world, database);
const { digestOf, propose, confirm } = redacting(() => world, database);
const { close, publish } = inMonths(() => world, database);
const seed = newSeed();
const sealer: Sealer = { seed: () => seed, host: "candour.test", headsFile: null };
const heads: string[] = [];
const folders: string[] = [];

const body = "The Harrow visits waited, and were seen in the end.";
const said = /\[redacted on .+ by The officer and The auditor, on the authority of: the data protection officer/;

async function seal() {
  await takeCut(owner as never);
  await owner.query("begin");
  heads.push((await sealNext(askOn(owner), sealer))!);
  await owner.query("commit");
}

const verify = () =>
  verifyAsOf(async (text, values) => (await owner.query(text, values)).rows, {
    key: publicKeyOf(seed),
    own: null,
    logins,
    against: heads.map((text) => ({ name: "the auditor's copy", text })),
  });

/** An export as the auditor takes it away, in a folder of its own. */
async function takeAway() {
  const taken = {
    actor: world.actors.auditor,
    filters: {},
    said: [],
    seal: (await findSeal(null))!,
    since: 0,
    at: new Date(),
  };
  const files = unzip(Buffer.concat(await allOf(zip(sealedExport(taken, sealer)))));
  const folder = mkdtempSync(join(tmpdir(), "candour-redacted-"));
  folders.push(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}

const runIn = async (folder: string, program = "verify.mjs") => {
  writeFileSync(join(folder, "held.txt"), heads.at(-1)!);
  const asked = [join(folder, program), "--key", join(folder, "key.txt"), folder];
  writeFileSync(join(folder, "key.txt"), publicKeyOf(seed).toString("base64"));
  return (await promisify(execFile)(process.execPath, asked, { env: { NODE_ENV: "test" } })).stdout;
};

async function csv() {
  const { auditor } = world.actors;
  const found = (await getScorecard(auditor, world.scorecard.slug))!;
  return (await allOf(scorecardCsv(auditor, found, wholeRange(found)!, { made }))).join("");
}

let cut: number;
let before: string;
let published: string;

beforeAll(async () => {
  world = await makeWorld(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await record("2.3", "66");
  const { revisionId } = (await submit("lead", "2.3", body))!;
  await approve("head", "2.3", revisionId);
  await close("officer", "2013-12", "The board meets.");
  await publish("officer", "2013-12", "The board meets.");
  await seal();
  const [edition] = await database.asOwner("select cut::int from edition order by cut desc limit 1");
  cut = Number(edition?.cut);
  published = await asOf(cut, csv);
  before = await takeAway();
  await confirm("auditor", await propose("officer", body));
  await seal();
}, 120_000);

afterAll(async () => {
  await owner.end();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("once they are redacted, words are shown as that", () => {
  test("in an edition, in the past and in every file", async () => {
    expect(published).toContain("Harrow");
    for (const text of [await csv(), await asOf(cut, csv)]) {
      expect(text).not.toContain("Harrow");
      expect(text).toMatch(said);
    }
    const story = await getStory(world.actors.auditor, { slug: world.scorecard.slug, ref: "2.3", month: "2013-12" });
    expect(JSON.stringify(story)).toMatch(said);
    expect(JSON.stringify(story)).not.toContain("Harrow");
  });

  test("and the tree stays whole: verification says by whom, on whose authority, and finds nothing wrong", async () => {
    const { wrong, said: told } = await verify();
    expect(wrong).toEqual([]);
    expect(told).toEqual([
      expect.stringMatching(
        /^One text was lawfully redacted on .+ by The officer and The auditor, on the authority of: the data/,
      ),
    ]);
  });

  test("in an export with proofs; one that was taken away before is still what was sealed", async () => {
    expect(await runIn(before)).toContain("Nothing is wrong");
    const after = await takeAway();
    expect(readFileSync(join(after, "entries.jsonl"), "utf8")).not.toContain("Harrow");
    const told = await runIn(after);
    expect(told).toContain("Nothing is wrong");
    expect(told).toMatch(
      /Lawfully redacted, as the signed manifest says: one text \[redacted on .+ by The officer and The auditor/,
    );
    expect(readFileSync(join(before, "entries.jsonl"), "utf8")).toContain("Harrow");
  });

  test("and no more is proposed of them", async () => {
    const [entry] = await database.asOwner(
      "select position::int from audit.entry where after ->> 'words' is not null order by position limit 1",
    );
    expect(await getProposing(world.actors.auditor, Number(entry?.position))).toEqual([
      { digest: null, label: "A comment", words: expect.stringMatching(said) },
    ]);
  });
});

describe("words that were taken out otherwise are named", () => {
  const quiet = `do $$ declare t regclass; begin
    for t in select distinct tgrelid::regclass from pg_trigger where not tgisinternal loop execute format('alter table %s disable trigger user', t); end loop; end $$`;
  const back = `do $$ declare x record; begin
    for x in select tgrelid::regclass as t, tgname from pg_trigger where not tgisinternal loop execute format('alter table %s enable always trigger %I', x.t, x.tgname); end loop; end $$`;
  const after = async (tamper: string) => {
    await owner.query("begin");
    try {
      await owner.query(quiet);
      await owner.query(tamper);
      await owner.query(`set constraints all immediate; ${back}`);
      return (await verify()).wrong;
    } finally {
      await owner.query("rollback");
    }
  };
  const unlawful = /^The words kept under [0-9a-f]{64} were taken out, and not by two people on an authority\.$/;

  test("by the owner with the triggers off, under an action of another, or of a lawful redaction", async () => {
    const other = "(select digest from audit.words where body = 'The board meets.' limit 1)";
    for (const verb of ["actual.record", "words.redact"]) {
      const taken = `(select id from audit.action where verb = '${verb}' and outcome = 'done' limit 1)`;
      const wrong = await after(
        `update audit.words set body = null, salt = null, redacted_by = ${taken} where digest = ${other}`,
      );
      expect(wrong).toEqual([expect.stringMatching(unlawful)]);
    }
  });

  test("with a redaction that no entry tells of", async () => {
    const other = "(select digest from audit.words where body = 'The board meets.' limit 1)";
    const wrong = await after(`
      insert into redaction_place (redaction_id, organisation_id, digest) select id, organisation_id, ${other} from redaction;
      update audit.words set body = null, salt = null, redacted_by = (select id from audit.action where verb = 'words.redact' limit 1) where digest = ${other}`);
    expect(wrong).toContainEqual(expect.stringMatching(unlawful));
    expect(wrong).toHaveLength(2);
  });

  test("and so are others in the place of what a redaction left", async () => {
    await confirm("auditor", await propose("officer", "The board meets.", "board"));
    const digest = await digestOf("The [redacted] meets.");
    const wrong = await after(`alter table audit.words drop constraint digest_is_of_the_words;
      update audit.words set body = 'The board never meets.' where digest = '${digest}'`);
    expect(wrong).toContainEqual(`The words kept under ${digest} are not those that were written.`);
  });
});

describe("of what was imported", () => {
  test("the passage goes from the comment and from the texts read, and the file goes whole", async () => {
    const { importId } = await importFirstScorecard(world.actors.officer);
    const [comment] = await database.asOwner(
      "select w.body from comment_revision r join audit.words w on w.digest = r.words where r.source = 'import' and w.body like 'Repeat referrals%'",
    );
    const id = await propose("auditor", String(comment?.body), "combined assessment that also");
    const { places } = (await getRedaction(world.actors.officer, id))!;
    expect(places.map(({ label, isWhole }) => `${label}: ${isWhole}`)).toEqual(
      expect.arrayContaining(["An imported file: true", "A comment: false"]),
    );
    await confirm("officer", id);
    const { textsGone } = (await getRedaction(world.actors.auditor, id))!;
    await seal();
    expect(await runIn(await takeAway())).toContain(`says: ${textsGone} texts [redacted on`);
    expect(await standsIn(database, ["combined assessment that also"])).toEqual([]);
    expect((await getImport(world.actors.officer, importId))?.problems).toMatchObject([
      { message: "This file was redacted, and is read no more." },
    ]);
  });
});

test("what turns an authority is said, in both verifications", async () => {
  await draft("lead", "2.5", "Turned words.", "2014-01");
  await confirm("auditor", await propose("officer", "Turned words.", null, "the \u202Eofficer\u202C"));
  await seal();
  for (const told of [(await verify()).said.join("\n"), await runIn(await takeAway())]) {
    expect(told).toContain("the [U+202E]officer[U+202C]");
    expect(told).not.toMatch(/[\u202A-\u202E]/);
  }
});
