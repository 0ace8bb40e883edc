import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { noteFailed, notePerson } from "#lib/access/asking";
import { guarded } from "#scripts/front-door";
import { readLevel } from "#scripts/log";
import { routeOf } from "#scripts/log-requests";

process.env.NEXTAUTH_URL ??= "http://localhost:3000";
const routes = [
  { page: "/history", regex: /^\/history(?:\/)?$/ },
  { page: "/invitation/[token]", regex: /^\/invitation\/([^/]+?)(?:\/)?$/ },
];

afterEach(() => vi.restoreAllMocks());

test("a route never holds what an address does", () => {
  expect(routeOf(routes, "/invitation/a-secret?x=words")).toBe("/invitation/[token]");
  expect(routeOf(routes, "/somebody's-name")).toBe("none");
  expect(routeOf(routes, "/_next/static/chunks/a.js")).toBe("/_next");
});

test("each request is one line: what, whose, how it ended and how long it took", async () => {
  const lines: Record<string, unknown>[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  process.env.LOG_LEVEL = "info";
  const server = http.createServer(
    guarded((request, response) => {
      notePerson("a-person");
      if (request.url?.endsWith("failing")) noteFailed();
      response.writeHead(request.url?.startsWith("/history") ? 200 : 500).end();
    }, routes),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const at = `http://localhost:${(server.address() as AddressInfo).port}`;
  await fetch(`${at}/history?person=secret`);
  await fetch(`${at}/invitation/secret`);
  process.env.LOG_LEVEL = "error";
  await fetch(`${at}/history`);
  await fetch(`${at}/history?failing`);
  server.close();
  server.closeAllConnections();
  const line = {
    at: expect.any(String),
    id: expect.any(String),
    method: "GET",
    ms: expect.any(Number),
    person: "a-person",
  };
  expect(lines).toEqual([
    { ...line, level: "info", route: "/history", status: 200 },
    { ...line, level: "error", route: "/invitation/[token]", status: 500 },
    { ...line, level: "error", route: "/history", status: 200, failed: true },
  ]);
});

test("a level that is none is refused", () => {
  expect(() => readLevel("loud")).toThrow('LOG_LEVEL is "loud". It is one of silent, error, warn, info.');
});
