import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { publicKeyOf } from "#lib/audit/seal/known-keys";
import { sealNext } from "#lib/audit/seal/seal-next";
import { takeCut } from "#lib/audit/take-cut";
import { askOn } from "#lib/audit/verify/ask";
import { verifyTrail } from "#lib/audit/verify/verify-trail";
import { disablePerson } from "#lib/people/disable-person";
import { newSeed } from "#lib/proof/note-key";
import { commented } from "#lib/testing/commented";
import { startMailServer } from "#lib/testing/mail-server";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";
import { readMailSettings } from "#scripts/read-mail-settings";
import { sendMail } from "#scripts/send-mail";

const database = useDatabase();
let world: World;
let server: Awaited<ReturnType<typeof startMailServer>>;
let owner: pg.Client;
const { record } = commented(() => world, database);
const { publish } = inMonths(() => world, database);
const seed = newSeed();
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_URL", "https://candour.example.gov.uk");
  world = await makeWorld(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // Whoever cannot sign in reads no mail: an invitation was accepted.
  await database.asOwner(`do $$ begin perform audit.begin_operator('test');
    insert into credential (person_id, password_hash, changed_at) select id, '$argon2id$v=19$m=1,t=1,p=1$of$none', now() from person where id = '${world.people.auditor}'; end $$`);
});
beforeEach(async () => {
  server = await startMailServer();
  vi.stubEnv("CANDOUR_SMTP_URL", server.url);
  vi.stubEnv("CANDOUR_MAIL_FROM", "Candour <candour@council.test>");
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()));
  await server.stop();
});
afterAll(() => owner.end());

const work = () => running.push(sendMail(process.env.DATABASE_SIGN_IN_URL!, readMailSettings(process.env), 20));
const received = (n: number) =>
  vi.waitFor(() => expect(server.received).toHaveLength(n), { timeout: 10_000, interval: 20 });
const pause = () => new Promise((done) => setTimeout(done, 600));

async function sealed(figure: string) {
  await record("2.3", figure);
  await takeCut(owner);
  await owner.query("begin");
  await sealNext(askOn(owner), { seed: () => seed, host: "candour.test", headsFile: null });
  await owner.query("commit");
}
const yesterday = () =>
  owner.query("update post.mail set written_at = written_at - interval '1 day', of_row = gen_random_uuid()");

/** The file that came with a mail, as its reader saves it. */
function fileIn(raw: string): string {
  const [, encoded = ""] = /filename=heads\.txt[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  return Buffer.from(encoded, "base64").toString("utf8");
}
const verify = (text: string) =>
  verifyTrail(owner, {
    key: publicKeyOf(seed),
    own: null,
    against: [{ name: "heads.txt", text }],
    logins: null,
  });

describe("the head of the seal", () => {
  let kept = "";

  test("goes to auditors once, as a file that verifies the trail, and to nobody else", async () => {
    await sealed("61");
    for (let workers = 0; workers < 3; workers++) work();
    await received(1);
    await pause();
    expect(server.received.map(({ to }) => to)).toEqual([["auditor@candour.test"]]);
    const [{ raw, headings }] = server.received as [(typeof server.received)[number]];
    expect(headings.get("subject")).toBe("The council: the seal of the day");
    expect(raw).toContain("npm run audit:verify -- --against heads.txt");
    kept = fileIn(raw);
    const { rows } = await owner.query("select note from audit.head order by number desc limit 1");
    expect(kept).toBe(rows[0].note);
    expect((await verify(kept)).wrong).toEqual([]);
  });

  test("comes again on another day, if something was sealed since", async () => {
    await sealed("62");
    work();
    await pause();
    expect(server.received).toEqual([]);
    await yesterday();
    await received(1);
    expect(fileIn(server.received[0]!.raw)).not.toBe(kept);
    await pause();
    expect(server.received).toHaveLength(1);
  });

  test("goes with each edition, naming it", async () => {
    await publish("officer", "2013-11", "The board meets.");
    await sealed("63");
    work();
    await received(1);
    expect(server.received[0]!.headings.get("subject")).toBe(
      "The council: the seal at Improvement scorecard, November 2013, edition 1",
    );
    kept = fileIn(server.received[0]!.raw);
    expect((await verify(kept)).wrong).toEqual([]);
  });

  test("is not for whom is kept out", async () => {
    await disablePerson(world.actors.officer, { person: world.people.auditor, reason: "Left." });
    await yesterday();
    await sealed("64");
    work();
    await pause();
    expect(server.received).toEqual([]);
  });

  test("that was kept shows that what it holds was cut off", async () => {
    await owner.query(
      "begin; alter table audit.head disable trigger user; alter table audit.leaf disable trigger user",
    );
    await owner.query(`delete from audit.head where number > (select min(number) from audit.head);
      delete from audit.leaf where number >= (select size from audit.head)`);
    await owner.query("commit");
    const { wrong } = await verify(kept);
    expect(wrong.join(" ")).toContain("heads.txt");
  });
});
