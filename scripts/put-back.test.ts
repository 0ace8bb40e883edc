import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { closePools } from "#db/client";
import { type DatabaseUrls, startEmbedded } from "#db/embedded";
import { migrate } from "#db/migrate";
import { withClient } from "#db/with-client";
import { appendNotes } from "#lib/audit/seal/heads-file";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { notesIn, readHead, saidOf } from "#lib/audit/seal/read-head";
import { sealNext } from "#lib/audit/seal/seal-next";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { verifyTrail } from "#lib/audit/verify/verify-trail";
import { newSeed } from "#lib/proof/note-key";
import { holdIncarnation } from "#scripts/hold-incarnation";

const folder = mkdtempSync(join(tmpdir(), "candour-put-back-"));
const place = (name: string) => join(folder, name);
const headsFile = place("heads.txt");
const seed = newSeed();
const roles = { app: "candour_app", signIn: "candour_signin" };
let stop = () => {};

afterAll(async () => {
  await closePools();
  stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<DatabaseUrls> {
  const started = await startEmbedded(place("here"), { durable: false });
  stop = started.stop;
  return started.urls;
}

const write = (urls: DatabaseUrls, name: string) =>
  withClient(urls.owner, (client) =>
    client.query(
      `begin; select audit.begin_operator('a test', 'operator.change', null);
       insert into organisation (slug, name, time_zone) values ('${name}', '${name}', 'Europe/London'); commit`,
    ),
  );

const hold = (urls: DatabaseUrls) => withClient(urls.owner, (client) => holdIncarnation(client, headsFile));

const seal = (urls: DatabaseUrls) =>
  withClient(urls.app, async (client) => {
    await takeCut(client as never);
    await client.query("begin");
    const note = await sealNext(askOn(client), { seed: () => seed, host: "candour.test", headsFile });
    await client.query("commit");
    if (note) appendNotes(headsFile, [note]);
    return note;
  });

const verify = (urls: DatabaseUrls, against: string[] = []) =>
  withClient(urls.owner, (client) =>
    verifyTrail(client, {
      key: publicKeyOf(seed),
      own: { name: "heads.txt", text: readFileSync(headsFile, "utf8") },
      against: against.map((text) => ({ name: "the auditor's copy", text })),
      logins: roles,
    }),
  );

test("an older backup that is put back is signed over by nobody, until a start says of it for ever what it is", {
  timeout: 120_000,
}, async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  let urls = await start();
  await migrate(urls.owner, roles);
  await write(urls, "first");
  const first = await seal(urls);
  stop();
  cpSync(place("here"), place("backup"), { recursive: true });

  urls = await start();
  expect(await hold(urls)).toBe(1);
  await write(urls, "second");
  const lost = await seal(urls);
  expect((await verify(urls, [first!, lost!])).wrong).toEqual([]);
  stop();
  rmSync(place("here"), { recursive: true });
  cpSync(place("backup"), place("here"), { recursive: true });

  urls = await start();
  await write(urls, "third");
  await expect(seal(urls)).rejects.toThrow(/Its end was cut off, or an older backup was put back/);
  expect((await verify(urls)).wrong.join("\n")).toMatch(
    /heads\.txt has the head of [\d,]+ leaves, .+ which this trail is not/,
  );

  expect(await hold(urls)).toBe(2);
  expect(await hold(urls)).toBe(2);
  const head = readHead((await seal(urls))!, { keys: [publicKeyOf(seed)], lostAfter: null })!;
  expect(head.origin).toBe("candour.test/history/2");
  expect(saidOf(head, "put-back-after")).toBe(lost!.split("\n").slice(0, 2).join(" "));
  expect(await hold(urls)).toBe(2);

  const { wrong, said } = await verify(urls, [first!]);
  expect(wrong).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^Incarnation 2 began when an older backup was put back/)]);
  expect((await verify(urls, [lost!])).wrong).toEqual([expect.stringMatching(/^the auditor's copy has the head of /)]);
  expect(notesIn(readFileSync(headsFile, "utf8"))).toHaveLength(3);
});
