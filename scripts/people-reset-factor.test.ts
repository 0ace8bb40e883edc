import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { startSession } from "#lib/access/start-session";
import { findSecondFactor } from "#lib/people/second-factor/find-second-factor";
import { enrolled } from "#lib/testing/enrolled";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const password = "a horse and a battery";
const origin = { address: null, agent: "test" };
const folder = mkdtempSync(join(tmpdir(), "candour-reset-"));
let world: World;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  world = await makeWorld(database);
});
afterAll(() => rmSync(folder, { recursive: true }));

function command(...args: string[]): { status: number | null; said: string } {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    CANDOUR_DATA: folder,
    CANDOUR_URL: "https://candour.test",
    CANDOUR_SMTP_URL: "smtp://127.0.0.1:9",
    CANDOUR_MAIL_FROM: "candour@council.test",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/people-reset-factor.ts", ...args], {
    env,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

test("the only officer who lost their phone is let in again by who keeps the server, with a reason, and is told", async () => {
  await givePassword(database.ownerUrl, "officer@candour.test", password);
  const officer = (await findActor(await startSession(world.people.officer, origin), origin))!;
  await enrolled(officer, password);
  expect(command("officer@candour.test")).toMatchObject({
    status: 1,
    said: expect.stringContaining("--reason REASON"),
  });
  const reason = ["--reason", "The only officer lost a phone."];
  expect(command("nobody@candour.test", ...reason)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^Nobody/),
  });
  expect(await findSecondFactor(officer)).toMatchObject({ state: "confirmed" });
  expect(command("officer@candour.test", ...reason)).toEqual({
    status: 0,
    said: "The second factor of The officer (officer@candour.test) is reset. Their password alone signs them in.\n",
  });
  expect(await findSecondFactor(officer)).toEqual({ state: "none" });
  expect(await database.asOwner("select kind, words like '%https://candour.test.%' as here from post.mail")).toEqual([
    { kind: "second factor reset", here: true },
  ]);
  expect(command("officer@candour.test", ...reason)).toMatchObject({
    status: 1,
    said: "The officer has no second factor.\n",
  });
}, 60_000);
