import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { getConstructionPlans } from "pg-boss";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { drawPack } from "#app/make-file";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { askFile } from "#lib/files/ask-file";
import { cancelFile } from "#lib/files/cancel-file";
import { deleteFile } from "#lib/files/delete-file";
import type { AskFile } from "#lib/files/inputs";
import { listFiles } from "#lib/files/list-files";
import { openFile } from "#lib/files/open-file";
import { type MakeFile, NotMade } from "#lib/files/taken-file";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { getRedaction } from "#lib/redactions/get-redaction";
import { fileState } from "#lib/rules/kept-file";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { inMonths } from "#lib/testing/months";
import { redacting } from "#lib/testing/redacting";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";
import { makeFiles } from "#scripts/make-files";

const database = useDatabase();
let world: World;
let neighbour: World;
const running: (() => Promise<void>)[] = [];
const { record, submit, approve } = commented(() => world, database);
const { publish } = inMonths(() => world, database);
const { propose, confirm } = redacting(() => world, database);
const { form, preview, save } = defining(() => world);

const often = { look: 0.5, wanted: 0.05, supervise: 1, sweep: 1 };
const work = (make: MakeFile) =>
  running.push(makeFiles(process.env.DATABASE_SIGN_IN_URL!, { make, prints: true }, often));
/** As it is made, but for the printing. */
const drawn: MakeFile = async (taken, making) => Buffer.from((await drawPack(taken, making)).html);
const until = (isSo: () => Promise<void> | void) => vi.waitFor(isSo, { timeout: 15_000, interval: 50 });

const ask = async (actor: PersonActor, given: Partial<AskFile> = {}, request = { id: randomUUID(), digest: "a" }) => {
  await askFile(actor, { slug: world.scorecard.slug, form: "PDF", paper: "A4", ...given }, request);
  return (await listFiles(actor))[0]!;
};
const found = async (actor: PersonActor, id: string) => (await listFiles(actor)).find((file) => file.id === id)!;
const stateOf = async (actor: PersonActor, id: string) => fileState(await found(actor, id));
const untilState = (actor: PersonActor, id: string, state: string) =>
  until(async () => expect(await stateOf(actor, id)).toBe(state));
const bytesOf = async (actor: PersonActor, id: string) => {
  const file = await openFile(actor, id);
  return file && Buffer.concat(await allOf(file.content));
};
const textOf = async (actor: PersonActor, id: string) => String(await bytesOf(actor, id));

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await publish("officer", "2013-11", "The board meets.");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  await database.asOwner("delete from files.kept_file");
  await database.asOwner("delete from pgboss.job");
  await database.asOwner("update pgboss.queue set heartbeat_seconds = 15");
});

describe("a board pack", () => {
  test("is asked for once by one form, entered once, and of what was asked", async () => {
    const { auditor } = world.actors;
    const request = { id: randomUUID(), digest: "a" };
    const first = await ask(auditor, { from: "2013-11" }, request);
    await ask(auditor, { from: "2013-11" }, request);
    expect(await listFiles(auditor)).toHaveLength(1);
    expect(first).toMatchObject({ paper: "A4", from: "2013-11", isLive: true, edition: null, hidesSmall: false });
    await ask(auditor, { from: "2013-11", paper: "A3" }, { ...request, digest: "b" });
    expect((await listFiles(auditor)).map(({ paper }) => paper)).toEqual(["A3", "A4"]);
    const { groups } = await listEntries(auditor, { verb: "scorecard.export" });
    expect(groups.map(({ headline }) => sentenceText(headline))).toHaveLength(2);
    expect(sentenceText(groups[0]!.headline)).toContain(
      "The auditor exported the scorecard Improvement scorecard as PDF",
    );
    expect(await database.asOwner("select data - 'file' as more from pgboss.job")).toEqual([
      { more: {} },
      { more: {} },
    ]);
  });

  test("is made by the worker, part by part, for who asked and nobody else", async () => {
    const { officer, auditor } = world.actors;
    const file = await ask(officer);
    expect(fileState(file)).toBe("waiting");
    expect(await deleteFile(officer, file.id)).toBe(false);
    const noted: string[] = [];
    work(async (taken, making) =>
      drawn(taken, {
        ...making,
        note: async (done, parts) => {
          await making.note(done, parts);
          noted.push(`${(await found(officer, file.id)).done} of ${parts}`);
        },
      }),
    );
    await untilState(officer, file.id, "made");
    expect(noted).toEqual(["1 of 5", "2 of 5", "3 of 5", "4 of 5"]);
    const text = await textOf(officer, file.id);
    expect(text).toContain("Improvement scorecard: board pack, Live figures, not published");
    expect(text).toContain(`cut ${file.cut}. Made by The officer`);
    expect(await openFile(auditor, file.id)).toBeNull();
    expect(await listFiles(auditor)).toEqual([]);
    expect(await openFile(neighbour.actors.officer, file.id)).toBeNull();
    await expect(database.asApp("select content from files.kept_file")).rejects.toThrow("permission denied");
    await expect(database.asApp("select * from pgboss.job")).rejects.toThrow("permission denied");
  });

  test("is of the cut it was asked for, and figures are saved while it is made", async () => {
    const { officer } = world.actors;
    await record("2.3", "71");
    const file = await ask(officer);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    work(async (taken, making) => {
      await making.note(0, 5);
      await held;
      return drawn(taken, making);
    });
    await untilState(officer, file.id, "making");
    const before = performance.now();
    await record("2.3", "74");
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await stateOf(officer, file.id)).toBe("making");
    goOn();
    await untilState(officer, file.id, "made");
    const text = await textOf(officer, file.id);
    expect(text).toContain("<b>71</b>");
    expect(text).not.toContain("<b>74</b>");
  });

  test("of a reader is of the newest edition, and of whoever asks for it so without small numbers", async () => {
    const { reader, officer } = world.actors;
    const given = await form("2.5", "2013-12", { covers: "the month", small: "yes" });
    await save("officer", given, await preview("officer", given));
    await record("2.5", "3");
    const theirs = await ask(reader);
    expect(theirs).toMatchObject({ edition: "2013-11.1", isLive: false });
    const asReaders = await ask(officer, { small: "hidden" });
    const shown = await ask(officer);
    work(drawn);
    await untilState(reader, theirs.id, "made");
    await untilState(officer, asReaders.id, "made");
    await untilState(officer, shown.id, "made");
    expect(await textOf(reader, theirs.id)).toContain("Edition 1 of November 2013");
    expect(await textOf(officer, shown.id)).toContain("<b>3 [c]</b>");
    expect(await textOf(officer, asReaders.id)).not.toContain("<b>3 [c]</b>");
    expect(asReaders.hidesSmall).toBe(true);
  });

  test("is refused of what is not there, and where five wait already", async () => {
    const { lead } = world.actors;
    await expect(ask(lead, { slug: "nothing" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ask(lead, { edition: "2013-11.9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ask(lead, { cut: "1" })).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(ask(lead, { from: "2013-13" })).rejects.toMatchObject({ code: "INVALID" });
    for (let asked = 0; asked < 5; asked += 1) await ask(lead);
    await expect(ask(lead)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await ask(world.actors.secondLead);
  });
});

describe("a file that is being made", () => {
  test("is cancelled by who asked for it: its making ends, and nothing is kept", async () => {
    const { officer, auditor } = world.actors;
    const file = await ask(officer);
    let ended = "";
    work(async (_taken, { note, signal }) => {
      await note(1, 3);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      ended = "ended";
      return Buffer.from("too late");
    });
    await untilState(officer, file.id, "making");
    await expect(cancelFile(auditor, file.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await cancelFile(officer, file.id)).toBe(true);
    await until(() => expect(ended).toBe("ended"));
    expect(await cancelFile(officer, file.id)).toBe(false);
    expect(await stateOf(officer, file.id)).toBe("cancelled");
    expect(await openFile(officer, file.id)).toBeNull();
    expect(await database.asOwner("select state from pgboss.job")).toEqual([{ state: "cancelled" }]);
  });

  test("whose worker is killed is taken up again by another, and made once", { timeout: 60_000 }, async () => {
    const { officer } = world.actors;
    await database.asOwner("update pgboss.queue set heartbeat_seconds = 2");
    const file = await ask(officer);
    const child = fork("scripts/hang-at-file.ts", { env: process.env, execArgv: [] });
    const [said] = await once(child, "message");
    expect(said).toBe("taken");
    expect(await stateOf(officer, file.id)).toBe("making");
    let made = 0;
    const count: MakeFile = async (taken, making) => {
      made += 1;
      return drawn(taken, making);
    };
    // While it lives nobody else takes it.
    work(count);
    work(count);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(made).toBe(0);
    child.kill("SIGKILL");
    await once(child, "exit");
    await vi.waitFor(async () => expect(await stateOf(officer, file.id)).toBe("made"), { timeout: 30_000 });
    expect(made).toBe(1);
    // The queue is told after the file is kept.
    await until(async () =>
      expect(await database.asOwner("select state, retry_count from pgboss.job")).toEqual([
        { state: "completed", retry_count: 1 },
      ]),
    );
  });

  test("is tried three times, and then said not to be made; at once where no try would change it", async () => {
    const { officer, lead } = world.actors;
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    let tries = 0;
    const file = await ask(officer);
    const other = await ask(lead);
    work(async ({ actor }) => {
      if (actor?.person.id === world.people.lead) throw new NotMade("NO_BROWSER");
      tries += 1;
      throw new Error("The browser took too long to print.");
    });
    await untilState(officer, file.id, "failed");
    await untilState(lead, other.id, "failed");
    expect(tries).toBe(3);
    expect((await found(officer, file.id)).why).toBe("GAVE_UP");
    expect((await found(lead, other.id)).why).toBe("NO_BROWSER");
    said.mockRestore();
  });

  test("is of the roles that its person holds by then", async () => {
    const { officer, secondLead } = world.actors;
    const file = await ask(secondLead);
    await disablePerson(officer, { person: world.people.secondLead, reason: "They left." });
    work(drawn);
    await until(async () =>
      expect(await database.asOwner("select why from files.kept_file where id = $1", [file.id])).toEqual([
        { why: "NOT_ALLOWED" },
      ]),
    );
    await enablePerson(officer, { person: world.people.secondLead });
  });
});

test("a file that was made is for its person with the roles it was made by, and in that council; else it is shown as not for them", async () => {
  const { officer, auditor } = world.actors;
  const file = await ask(auditor);
  work(drawn);
  await untilState(auditor, file.id, "made");
  expect(await openFile(auditor, file.id)).not.toBeNull();
  await database.asOwner(`do $$ begin perform audit.begin_operator('one more role');
    insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.auditor}', 'reader'); end $$`);
  expect(await openFile(auditor, file.id)).not.toBeNull();
  await database.asOwner(`do $$ begin perform audit.begin_operator('another role');
    update role_grant set revoked_at = now() where person_id = '${world.people.auditor}' and role = 'auditor'; end $$`);
  expect(await openFile(auditor, file.id)).toBeNull();
  expect(await stateOf(auditor, file.id)).toBe("barred");
  for (const other of [officer, neighbour.actors.officer]) expect(await deleteFile(other, file.id)).toBe(false);
  expect(await deleteFile(auditor, file.id)).toBe(true);
  expect(await deleteFile(auditor, file.id)).toBe(false);
  expect(await listFiles(auditor)).toEqual([]);
  await database.asOwner(`do $$ begin perform audit.begin_operator('as before');
    insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.auditor}', 'auditor'); end $$`);
});

test("one that was made stays on the page, however many were cancelled since, and its form asks for no other once it is deleted", async () => {
  const { officer } = world.actors;
  const request = { id: randomUUID(), digest: "a" };
  const file = await ask(officer, {}, request);
  work(drawn);
  await untilState(officer, file.id, "made");
  const columns =
    "organisation_id, person_id, scorecard_id, form, paper, from_month, to_month, cut, is_live, hides_small, goes_at, name";
  await database.asOwner(
    `insert into files.kept_file (id, ${columns}, cancelled_at)
     select gen_random_uuid(), ${columns}, now() from files.kept_file, generate_series(1, 60) where id = $1`,
    [file.id],
  );
  expect((await listFiles(officer))[0]).toMatchObject({ id: file.id });
  expect(await deleteFile(officer, file.id)).toBe(true);
  await expect(ask(officer, {}, request)).rejects.toMatchObject({ code: "REQUEST_REUSED" });
});

test("twenty files of one person are kept, or 200 MB; another is refused in words until one is deleted", async () => {
  const { officer, auditor } = world.actors;
  const [file] = [await ask(officer)];
  const columns =
    "organisation_id, person_id, scorecard_id, form, paper, from_month, to_month, cut, is_live, hides_small, goes_at, name";
  await database.asOwner(
    `insert into files.kept_file (id, ${columns}, begun_at, made_at, content, size)
     select gen_random_uuid(), ${columns}, now(), now(), 'x', 1 from files.kept_file, generate_series(1, 19) where id = $1`,
    [file.id],
  );
  await expect(ask(officer)).rejects.toMatchObject({
    code: "WRONG_STATE",
    message:
      "Twenty files of yours are kept, and there is room for no more. Delete one of them under Files, and ask again.",
  });
  await ask(auditor);
  const kept = (await listFiles(officer)).find(({ madeAt }) => madeAt)!;
  expect(await deleteFile(officer, kept.id)).toBe(true);
  await ask(officer);
  await database.asOwner("delete from files.kept_file where made_at is null");
  await database.asOwner(
    "update files.kept_file set size = 100000000 where id in (select id from files.kept_file limit 2)",
  );
  await expect(ask(officer)).rejects.toMatchObject({
    code: "WRONG_STATE",
    message:
      "Your files are 200 MB together, and there is room for no more. Delete one of them under Files, and ask again.",
  });
});

test("what a form asked for that is made no more is asked for by another", async () => {
  const { officer } = world.actors;
  const request = { id: randomUUID(), digest: "a" };
  const file = await ask(officer, {}, request);
  await cancelFile(officer, file.id);
  await expect(ask(officer, {}, request)).rejects.toMatchObject({ code: "REQUEST_REUSED" });
  expect((await ask(officer)).id).not.toBe(file.id);
});

test("a file is deleted a week after it was made", async () => {
  const { officer } = world.actors;
  const file = await ask(officer);
  work(drawn);
  await untilState(officer, file.id, "made");
  const { madeAt, goesAt } = await found(officer, file.id);
  expect(goesAt.getTime() - madeAt!.getTime()).toBe(7 * 24 * 3_600_000);
  await database.asOwner("update files.kept_file set goes_at = now()");
  expect(await listFiles(officer)).toEqual([]);
  expect(await openFile(officer, file.id)).toBeNull();
  await until(async () => expect(await database.asOwner("select from files.kept_file")).toEqual([]));
});

test("words that are redacted go from the files in which they may stand, and from what is being made", async () => {
  const { officer, auditor } = world.actors;
  const before = await ask(officer);
  const submitted = await submit("lead", "2.3", "The Harrow visits waited, and were made in the end.");
  await approve("head", "2.3", submitted!.revisionId);
  const after = await ask(officer);
  work(drawn);
  await untilState(officer, before.id, "made");
  await untilState(officer, after.id, "made");
  expect(await textOf(officer, after.id)).toContain("Harrow");
  await Promise.all(running.splice(0).map((stop) => stop()));
  const waiting = await ask(auditor);
  const redaction = await propose("officer", "The Harrow visits waited, and were made in the end.", "Harrow");
  await confirm("auditor", redaction);
  expect((await getRedaction(officer, redaction))?.filesTaken).toBe(2);
  expect(await stateOf(officer, before.id)).toBe("made");
  expect(await stateOf(officer, after.id)).toBe("withdrawn");
  expect(await stateOf(auditor, waiting.id)).toBe("withdrawn");
  expect(await openFile(officer, after.id)).toBeNull();
  expect(
    await database.asOwner("select id from files.kept_file where position('Harrow' in encode(content, 'escape')) > 0"),
  ).toEqual([]);
  const anew = await ask(auditor);
  work(drawn);
  await untilState(auditor, anew.id, "made");
  expect(await textOf(auditor, anew.id)).toContain("[redacted]");
});

test("the schema of jobs is that of the pg-boss that is installed", async () => {
  const { pgboss } = JSON.parse(readFileSync("node_modules/pg-boss/package.json", "utf8"));
  expect(await database.asOwner("select version from pgboss.version")).toEqual([{ version: pgboss.schema }]);
  const squeezed = (text: string) => text.replaceAll(/\s+/g, " ");
  const made = squeezed(readFileSync("drizzle/0087_jobs.sql", "utf8"));
  const plan = squeezed(getConstructionPlans("pgboss", { createSchema: false }));
  const tables = plan.match(/CREATE TABLE pgboss\.\w+ \(.*?;/g)!;
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter((table) => !made.includes(table))).toEqual([]);
});
