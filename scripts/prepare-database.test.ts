import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { readSettings } from "#scripts/environment";
import { prepareDatabase } from "#scripts/prepare-database";

const database = useDatabase();
const nowhere = "postgres://nobody:nothing@127.0.0.1:1/candour";
const folder = mkdtempSync(join(tmpdir(), "candour-prepare-"));
afterAll(() => rmSync(folder, { recursive: true }));

function prepare(owner: string, app?: string, signIn?: string) {
  const settings = readSettings(folder, { CANDOUR_DATA: folder, NODE_ENV: "production" });
  return prepareDatabase({ ...settings, database: { owner, app, signIn } });
}
const logins = () => [process.env.DATABASE_APP_URL!, process.env.DATABASE_SIGN_IN_URL!] as const;

/** Who is connected, the test's own pools too. */
const openNow = async () =>
  database.asOwner(
    "select usename, state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' order by usename, state",
  );

test("of several logins that cannot be used the first is named, and one that is the only one", async () => {
  const [app] = logins();
  for (const [urls, named] of [
    [[nowhere, nowhere, nowhere], "DATABASE_URL"],
    [[database.ownerUrl, nowhere, nowhere], "DATABASE_APP_URL"],
    [[database.ownerUrl, app, nowhere], "DATABASE_SIGN_IN_URL"],
  ] as [Parameters<typeof prepare>, string][]) {
    await expect(prepare(...urls)).rejects.toThrow(
      `The database of ${named} cannot be used: nothing answers at 127.0.0.1:1.`,
    );
  }
});

test("a database of one's own is prepared for its three logins, and again, and no connection stays", async () => {
  const [app, signIn] = logins();
  const before = await openNow();
  expect(await prepare(database.ownerUrl, app, signIn)).toEqual({ app, signIn });
  expect(await prepare(database.ownerUrl, app, signIn)).toEqual({ app, signIn });
  await expect.poll(openNow).toEqual(before);
});

test("one login may serve for all, which is said; two, or three of one name, may not", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const owner = database.ownerUrl;
  const [app, signIn] = logins();
  expect(await prepare(owner)).toEqual({ app: owner, signIn: owner });
  expect(said).toHaveBeenCalled();
  await expect(prepare(owner, app)).rejects.toThrow("or neither");
  await expect(prepare(owner, app, app)).rejects.toThrow("must name three different roles");
  await expect(prepare(app, owner, signIn)).rejects.toThrow(/The role candour_app.* must own its database/);
  said.mockRestore();
});
