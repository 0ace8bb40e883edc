import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logins } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { sealNext } from "#lib/audit/seal/seal-next";
import type { Sealer } from "#lib/audit/seal/sealer";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { actionText, entryText } from "#lib/audit/verify/leaf-text";
import { type Verified, verifyAsOf } from "#lib/audit/verify/verify-trail";
import { checkpointText, readCheckpoint } from "#lib/proof/checkpoint";
import { newSeed, signerOf } from "#lib/proof/note-key";
import { readNote, signNote } from "#lib/proof/signed-note";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const rounds = Number(process.env.CANDOUR_TAMPERING_ROUNDS || 2);
const database = useDatabase();
let world: World;
const { record } = commented(() => world, database);
const seed = newSeed();
const sealer: Sealer = { seed: () => seed, host: "candour.test", headsFile: null };
const heads: string[] = [];
let owner: pg.Client;

beforeAll(async () => {
  world = await makeWorld(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

async function seal() {
  await takeCut(owner as never);
  await owner.query("begin");
  const note = await sealNext(askOn(owner), sealer);
  await owner.query("commit");
  if (note) heads.push(note);
}

const verify = (against: string[] = []): Promise<Verified> =>
  verifyAsOf(async (text, values) => (await owner.query(text, values)).rows, {
    key: publicKeyOf(seed),
    own: null,
    logins,
    against: against.map((text) => ({ name: "the auditor's copy", text })),
  });

const chance = (below: number) => Math.floor(Math.random() * below);
let figure = 60;

/** A few acts more, sealed in one to three cuts. */
async function goOn() {
  for (let cuts = 1 + chance(3); cuts > 0; cuts--) {
    for (let acts = 1 + chance(2); acts > 0; acts--) {
      figure = figure === 69 ? 60 : figure + 1;
      await record("2.3", String(figure));
    }
    await seal();
  }
}

const quiet = `set local candour.tampering = 'yes';
  do $$ declare t regclass; begin
    for t in select distinct tgrelid::regclass from pg_trigger where not tgisinternal loop execute format('alter table %s disable trigger user', t); end loop;
  end $$`;
const back = `do $$ declare x record; begin
    for x in select tgrelid::regclass as t, tgname from pg_trigger where not tgisinternal loop execute format('alter table %s enable always trigger %I', x.t, x.tgname); end loop;
  end $$`;

/** What is found after somebody has done it as the owner, with the triggers off and on again; and then it was never done. */
async function after(tamper: string | ((position: number) => string), against: string[] = []) {
  const { rows } = await owner.query<{ position: number }>(
    "select position::int from audit.entry where verb = 'actual.record' order by random() limit 1",
  );
  const { position } = rows[0]!;
  await owner.query("begin");
  try {
    await owner.query(quiet);
    await owner.query(typeof tamper === "string" ? tamper : tamper(position));
    await owner.query(`set constraints all immediate; ${back}`);
    return { position, ...(await verify(against)) };
  } finally {
    await owner.query("rollback");
  }
}

const edited = async (tamper: (position: number) => string) => {
  const { position, wrong } = await after(tamper);
  expect(wrong[0]).toMatch(
    new RegExp(`^Entry ${position.toLocaleString("en-GB")} \\(.+\\) is not what it was when it was sealed on `),
  );
};
const set = (columns: string) => edited((position) => `update audit.entry set ${columns} where position = ${position}`);
const leafOf = (position: number) => `(select number from audit.leaf where position = ${position})`;
const hashAnew = (position: number) =>
  `update audit.leaf l set hash = sha256('\\x00'::bytea || convert_to(audit.leaf_of_entry(e), 'UTF8'))
   from audit.entry e where e.position = l.position and l.position = ${position}`;
const forget = (leaf: string) =>
  `delete from audit.entry where position in (select position from audit.leaf where number >= ${leaf});
   delete from audit.leaf where number >= ${leaf}; delete from audit.head where size > ${leaf}`;

test("what is hashed is what the database hashes", async () => {
  const sources = await database.asOwner(
    "select proname, prosrc from pg_proc where proname in ('leaf_of_entry', 'leaf_of_action') order by proname",
  );
  expect(sources.map(({ prosrc }) => String(prosrc).trim())).toEqual([`select ${actionText}`, `select ${entryText}`]);
});

describe.each(Array.from({ length: rounds }, (_, n) => n + 1))("history %i", { timeout: 60_000 }, () => {
  beforeAll(goOn);

  test("is not accused of anything, also while something is not sealed", async () => {
    expect(await verify(heads)).toMatchObject({ wrong: [], said: [] });
    await record("2.5", String(chance(3) + 1));
    expect(await verify(heads)).toMatchObject({ wrong: [] });
    await seal();
  });

  test("an entry that was edited is named: before, after, person, time, verb, transaction, team, key", async () => {
    await set(`before = coalesce(before, '{}') || '{"value": 99}'`);
    await set(`after = after || '{"value": 99}'`);
    await set("after = null");
    await set(`person = '${world.people.head}'`);
    await set("at = at + interval '1 millisecond'");
    await set("verb = 'actual.clear'");
    await set("xid = '3'");
    await set(`team = '${world.teams.workforce}'`);
    await set("key = gen_random_uuid()::text");
  });

  test("an action that was edited is named: person, reason, moment, address", async () => {
    for (const columns of [
      `person = '${world.people.head}'`,
      "reason = repeat('0', 64)",
      "begun_at = begun_at - interval '1 day'",
      "address = '::1'",
    ]) {
      const { wrong } = await after(
        (position) =>
          `update audit.action set ${columns} where id = (select action from audit.entry where position = ${position})`,
      );
      expect(wrong[0]).toMatch(/^The action \(actual.record, .+\) is not what it was when it was sealed on /);
    }
  });

  test("words that were changed are named by their digest", async () => {
    const { wrong } = await after(
      "alter table audit.words drop constraint digest_is_of_the_words; update audit.words set body = 'Other words.' where digest = (select min(digest) from audit.words)",
    );
    expect(wrong[0]).toMatch(/^The words kept under [0-9a-f]{64} are not those that were written\.$/);
  });

  test("an entry that was edited and hashed anew lies between the heads that say so", async () => {
    const { position, wrong } = await after(
      (at) => `update audit.entry set after = after || '{"value": 99}' where position = ${at}; ${hashAnew(at)}`,
    );
    const found = /What was changed lies in leaves ([\d,]+) to ([\d,]+)\./.exec(wrong[0]!)!;
    const [first, last] = found.slice(1).map((number) => Number(number.replaceAll(",", "")));
    const [{ number }] = (await database.asOwner(`select ${leafOf(position)}::int as number`)) as [{ number: number }];
    expect(number).toBeGreaterThanOrEqual(first!);
    expect(number).toBeLessThanOrEqual(last!);
  });

  test("an entry that was deleted is named, with its leaf and without", async () => {
    const gone = await after((position) => `delete from audit.entry where position = ${position}`);
    expect(gone.wrong[0]).toMatch(new RegExp(`^Entry ${gone.position.toLocaleString("en-GB")} is gone. It is leaf `));
    const both = await after(
      (position) =>
        `delete from audit.entry where position = ${position}; delete from audit.leaf where position = ${position}`,
    );
    expect(both.wrong[0]).toMatch(/^Leaf [\d,]+, sealed on .+, is gone\.$|: the end was cut off\.$/);
  });

  test("a tail that was cut off is named by the head that was signed, or by the auditor's copy", async () => {
    const cut = await after((position) => `delete from audit.leaf where number >= ${leafOf(position)}`);
    expect(cut.wrong[0]).toMatch(
      /^There are [\d,]+ leaves, but the head of [\d,]+ leaves, .+ was signed: the end was cut off\.$/,
    );
    const { wrong } = await after((position) => forget(leafOf(position)), [heads.at(-1)!]);
    expect(wrong.join("\n")).toContain("the auditor's copy has the head of");
  });

  test("all of it gone, live rows and all, is seen by the auditor's copy", async () => {
    const { wrong } = await after(forget("0"), [heads[0]!]);
    expect(wrong.join("\n")).toContain("which this trail is not, or no longer: its end was cut off");
  });

  test("an entry that was put in is named, wherever", async () => {
    const put = (place: string) => (position: number) =>
      `insert into audit.entry overriding system value select (jsonb_populate_record(e, jsonb_build_object('position', ${place}))).* from audit.entry e where position = ${position}`;
    const late = await after(put("(select max(position) + 1 from audit.entry)"));
    expect(late.wrong.join("\n")).toMatch(
      /Entry [\d,]+ .* was not there when its moment was sealed: it was put in later\./,
    );
    const early = await after(put("-1"));
    expect(early.wrong.join("\n")).toMatch(
      /Entry -1 .* was not there when its moment was sealed: it was put in later\./,
    );
  });

  test("entries and leaves that changed places are named", async () => {
    const swap = (what: string) => (position: number) =>
      `update audit.entry set ${what} = -${what} where position in (${position}, 1);`.replace("-xid", "xid") +
      `update audit.entry set position = case position when -1 then ${position} else 1 end where position in (-1, -${position})`;
    const entries = await after(
      (position) => `alter table audit.entry alter column position drop identity; ${swap("position")(position)}`,
    );
    expect(entries.wrong[0]).toMatch(/^Entry 1 .* is not what it was when it was sealed on /);
    const leaves = await after(
      (position) =>
        `create temp table kept on commit drop as select * from audit.leaf where position in (1, ${position}); delete from audit.leaf where position in (1, ${position});
         insert into audit.leaf select k.number, o.hash, o.position, o.action from kept k join kept o on o.number <> k.number`,
    );
    expect(leaves.wrong[0]).toMatch(/^The leaves do not make the head of /);
  });

  test("a head that another key signed, or that says something else, is named", async () => {
    const text = readNote(heads.at(-1)!)!.text;
    const head = readCheckpoint(text)!;
    const other = signNote(checkpointText({ ...head, size: head.size - 1 }), signerOf(head.origin, newSeed()));
    const forged = await after(
      `update audit.head set note = '${other}' where number = (select max(number) from audit.head)`,
    );
    expect(forged.wrong[0]).toMatch(/^Head [\d,]+, of [\d,]+ leaves, is signed by no key that Candour has had\.$/);
    const moved = await after(
      "update audit.head set cut = cut - 1 where number = 1; "
        .replace("cut - 1", "0")
        .replace("set cut = 0", "set note = (select note from audit.head order by number desc limit 1)"),
    );
    expect(moved.wrong[0]).toBe(
      `Head 1, of ${(await firstSize()).toLocaleString("en-GB")} leaves, says something else than what was signed.`,
    );
  });

  test("a row that was written past the trail is named, and still is once somebody has saved it again", async () => {
    const { wrong } = await after(
      "update actual set value = 42 where value is not null and id = (select min(id::text)::uuid from actual)",
    );
    expect(wrong[0]).toMatch(/^The row actual [0-9a-f-]{36} is not what its newest entry says it became/);
    const again = await after(
      `update actual set value = 42 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'; set constraints all immediate; ${back};
       select audit.begin_operator('a correction', 'operator.change', '${world.organisationId}');
       update actual set value = 43 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'`,
    );
    expect(again.wrong).toEqual([
      expect.stringMatching(
        /^Entry [\d,]+ \(operator.change of 2.3 in 2013-12, .+ was of another row than the entry before it left/,
      ),
    ]);
    const gone = await after("delete from actual where id = (select min(id::text)::uuid from actual)");
    expect(gone.wrong[0]).toMatch(
      /^The row actual [0-9a-f-]{36} is not what its newest entry says it became, or is gone/,
    );
  });

  test("a function, trigger, grant, constraint, rule or verb that was changed is named", async () => {
    const found = async (tamper: string) => (await after(tamper)).wrong;
    expect(
      await found(
        "create or replace function audit.has_visible(given text) returns boolean language sql immutable as 'select true'",
      ),
    ).toEqual(["The function audit.has_visible(text) is not as this version makes it."]);
    expect(await found("grant update on actual to candour_app")).toEqual([
      "The grant on table actual to {app} is not as this version makes it.",
    ]);
    expect(await found("grant select on credential to candour_app")).toEqual([
      "The grant on table credential to {app} is not of this version.",
    ]);
    expect(await found("drop trigger keep_revoked on role_grant")).toEqual([
      "The trigger role_grant.keep_revoked is missing, which this version makes.",
    ]);
    expect(await found("alter table edition drop constraint edition_numbers_from_1")).toEqual([
      "The constraint edition.edition_numbers_from_1 is missing, which this version makes.",
    ]);
    expect(await found("create rule quietly as on update to actual do instead nothing")).toEqual([
      "The rule actual.quietly is not of this version.",
    ]);
    expect(
      await found("update audit.verb set roles = roles || '{reader}'::text[] where verb = 'comment.approve'"),
    ).toEqual(["The list of who may do what is not as this version makes it."]);
  });
});

const firstSize = async () => Number((await database.asOwner("select size from audit.head where number = 1"))[0]!.size);
