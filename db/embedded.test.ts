import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { embeddedUrls, startEmbedded } from "#db/embedded";
import { findPostmaster } from "#db/embedded/postmaster";

const quick = { durable: false };
let folder: string;
let stops: (() => void)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candour-embedded-"));
  stops = [];
});

afterEach(() => {
  for (const stop of stops) stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataFolder = join(folder, "data")) {
  const embedded = await startEmbedded(dataFolder, quick);
  stops.push(embedded.stop);
  return embedded;
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query({ text: query, rowMode: "array" });
  await client.end();
  return rows[0]?.[0];
}

describe("the embedded database", { timeout: 60_000 }, () => {
  test("has its database in UTF8 and three roles, none of them a superuser", async () => {
    const { urls } = await start();
    expect(await ask(urls.owner, "show server_encoding")).toBe("UTF8");
    expect(await ask(urls.app, "select current_user::text")).toBe("candour_app");
    expect(await ask(urls.signIn, "select current_user::text")).toBe("candour_signin");
    expect(await ask(urls.owner, "select bool_or(rolsuper) from pg_roles where rolname like 'candour%'")).toBe(false);
  });

  test("leaves connections for its owner, and lets the web's logins into no other database", async () => {
    const { urls } = await start();
    const limits =
      "select string_agg(rolconnlimit::text, ' ' order by rolname) from pg_roles where rolname in ('candour_app', 'candour_signin')";
    expect(await ask(urls.owner, limits)).toBe("70 15");
    expect(Number(await ask(urls.owner, "show max_connections"))).toBeGreaterThan(70 + 15 + 10);
    for (const url of [urls.app, urls.signIn]) {
      for (const name of ["postgres", "template1"]) {
        const other = new URL(url);
        other.pathname = `/${name}`;
        await expect(ask(other.href, "select 1"), name).rejects.toThrow(/permission denied for database/);
      }
    }
  });

  test("listens on this machine only, and keeps its passwords for its owner's eyes", async () => {
    const { urls } = await start();
    expect(await ask(urls.owner, "show listen_addresses")).toBe("127.0.0.1");
    const secrets = join(folder, "data", "secrets");
    const modes = readdirSync(secrets).map((name) => statSync(join(secrets, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    const wrong = new URL(urls.app);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password/);
  });

  test("is the same server for whoever else starts it, and ends with the last of its stops", async () => {
    const first = await start();
    const second = await start();
    expect(second.urls).toEqual(first.urls);
    expect(embeddedUrls(join(folder, "data"))).toEqual(first.urls);
    first.stop();
    expect(embeddedUrls(join(folder, "data"))).toBeNull();
  });

  test("comes back where it was when it is killed", async () => {
    const { urls } = await start();
    const killed = findPostmaster(join(folder, "data", "database"))!;
    process.kill(killed.pid, "SIGKILL");
    await expect.poll(() => ask(urls.owner, "select 1").catch(() => null), { timeout: 20_000 }).toBe(1);
  });

  test("does not mistake the server of the folder it was copied from for its own", async () => {
    const original = await start();
    cpSync(join(folder, "data"), join(folder, "copy"), { recursive: true });
    const copy = await start(join(folder, "copy"));
    expect(new URL(copy.urls.owner).port).not.toBe(new URL(original.urls.owner).port);
  });
});
