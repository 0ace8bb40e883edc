import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { dropDatabase } from "#db/testing/server";
import { useDatabase } from "#db/testing/use-database";
import { commandDatabase } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";

const database = useDatabase();
const nowhere = mkdtempSync(join(tmpdir(), "candour-command-"));
const on = (DATABASE_URL?: string) => commandDatabase(readSettings(nowhere, { ...process.env, DATABASE_URL }));

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("adminUrl") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

test("a command finds the database of DATABASE_URL", async () => {
  expect(await on(database.ownerUrl)).toMatchObject({ owner: database.ownerUrl });
});

test("it says what to do before the first start, and in a shell without the settings", async () => {
  await expect(on()).rejects.toThrow(/npm start\n.*DATABASE_URL/);
  const empty = new URL(database.ownerUrl);
  empty.pathname = `/candour_empty_${randomUUID().slice(0, 8)}`;
  await asAdmin(`create database ${empty.pathname.slice(1)} template template0`);
  await expect(on(empty.href)).rejects.toThrow("has not been set up in this database yet");
  await dropDatabase(inject("adminUrl"), empty.pathname.slice(1));
  empty.port = "1";
  await expect(on(empty.href)).rejects.toThrow("The database of DATABASE_URL cannot be used: nothing answers at");
});
