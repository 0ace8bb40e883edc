import http, { type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { count } from "#lib/access/counted";
import { findActor } from "#lib/access/find-actor";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";
import { guarded } from "#scripts/front-door";
import { serveMetrics } from "#scripts/serve-metrics";

process.env.NEXTAUTH_URL ??= "http://localhost:3000";
const database = useDatabase();
const appUrl = { now: "" };
let world: World;
let metrics: Server;
let web: Server;
const { submit } = commented(() => world, database);
const portOf = (server: Server) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  world = await makeWorld(database);
  process.env.LOG_LEVEL = "silent";
  appUrl.now = process.env.DATABASE_APP_URL!;
  metrics = await serveMetrics({ host: "127.0.0.1", port: 0 }, appUrl.now);
  const routes = [{ page: "/invitation/[token]", regex: /^\/invitation\/([^/]+?)$/ }];
  web = http.createServer(guarded((_, response) => void response.end("ok"), routes));
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  for (const server of [metrics, web]) {
    server.close();
    server.closeAllConnections();
  }
});

const read = async () => (await fetch(`http://127.0.0.1:${portOf(metrics)}/metrics`)).text();

test("requests are counted by the build's routes, whatever addresses and methods are tried", async () => {
  const at = `http://127.0.0.1:${portOf(web)}`;
  for (let n = 0; n < 30; n++) {
    await fetch(`${at}/invitation/secret-${n}?ref=words-${n}`);
    await fetch(`${at}/guess-${n}`, { method: n % 2 ? "PUT" : "POST" });
  }
  const text = await read();
  expect(text).toContain('candour_requests_total{route="/invitation/[token]",method="GET",status="200"} 30');
  expect(text).toContain('candour_requests_total{route="none",method="PUT",status="405"} 15');
  expect(text).toMatch(/candour_request_seconds_count\{route="none"\} 30/);
  expect(text).not.toMatch(/secret-|words-|guess-/);
  expect(text).not.toContain("candour_failures_total{");
  expect([...text.matchAll(/^candour_requests_total\{/gm)]).toHaveLength(3);
});

test("so are refusals and sign-ins, and the connections in use", async () => {
  count("refusal", { code: "CONFLICT" });
  count("signIn", { outcome: "WRONG" });
  await findActor(world.actors.lead.token, world.actors.lead.origin);
  const text = await read();
  expect(text).toContain('candour_refusals_total{code="CONFLICT"} 1');
  expect(text).toContain('candour_sign_ins_total{outcome="WRONG"} 1');
  expect(text).toMatch(/candour_pool_connections\{pool="app",state="idle"\} [1-9]/);
  expect(text).toContain('candour_pool_connections{pool="app",state="waiting"} 0');
});

test("what waits for people is told with its age, until somebody decides", async () => {
  expect(await read()).toContain('candour_queue_waiting{queue="comments to decide on"} 0');
  await submit("lead", "2.3", "Two posts are vacant.");
  const text = await read();
  expect(text).toContain('candour_queue_waiting{queue="comments to decide on"} 1');
  expect(text).toMatch(/candour_queue_oldest_seconds\{queue="comments to decide on"\} [\d.]+/);
  expect(text).toContain("candour_database_up 1");
});

test("so are entries that no cut holds yet, as while no worker runs", async () => {
  expect(await read()).toMatch(/candour_queue_waiting\{queue="entries to cut"\} [1-9]/);
  await database.asApp("select audit.take_cut()");
  const text = await read();
  expect(text).toContain('candour_queue_waiting{queue="entries to cut"} 0');
  expect(text).toContain('candour_queue_oldest_seconds{queue="entries to cut"} 0');
});

test("nothing else is there, and nobody else's machine is listened to", async () => {
  expect((await fetch(`http://127.0.0.1:${portOf(metrics)}/`)).status).toBe(404);
  expect(metrics.address()).toMatchObject({ address: "127.0.0.1" });
  await expect(serveMetrics({ host: "127.0.0.1", port: portOf(metrics) }, appUrl.now)).rejects.toThrow(
    /^METRICS_PORT \d+ of 127.0.0.1 cannot be listened on/,
  );
});

test("without the database the rest is still told", async () => {
  const other = await serveMetrics({ host: "127.0.0.1", port: 0 }, "postgres://candour_app@127.0.0.1:1/none");
  const text = await (await fetch(`http://127.0.0.1:${portOf(other)}/metrics`)).text();
  other.close();
  other.closeAllConnections();
  expect(text).toContain("candour_database_up 0");
  expect(text).not.toContain("candour_queue_waiting{");
});

test("the last verification is told by its age and by how much was wrong", async () => {
  expect(await read()).not.toMatch(/^candour_verification_wrong \d/m);
  await database.asOwner(`select audit.add_verification('verified', now(), 100, '["Entry 1 is gone."]', '[]')`);
  const text = await read();
  expect(text).toMatch(/^candour_verification_wrong 1$/m);
  expect(text).toMatch(/^candour_verification_age_seconds \d/m);
});
