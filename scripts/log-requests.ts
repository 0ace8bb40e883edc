import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Asking } from "#lib/access/asking";
import { count } from "#lib/access/counted";
import { log } from "#scripts/log";

export type Routes = readonly { page: string; regex: RegExp }[];

/** The routes of a build: an address may hold a secret or a name, its route never. */
export function readRoutes(folder: string): Routes {
  const manifest = JSON.parse(readFileSync(join(folder, ".next", "routes-manifest.json"), "utf8"));
  return [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
}

export function routeOf(routes: Routes, url = ""): string {
  const [path = ""] = url.split("?", 1);
  if (path.startsWith("/_next/")) return "/_next";
  return routes.find(({ regex }) => regex.test(path))?.page ?? "none";
}

/** One line a request, when its answer has left or its asker has gone: never what was asked or answered. */
export function logRequest(routes: Routes, request: IncomingMessage, response: ServerResponse, asking: Asking): void {
  const began = performance.now();
  response.once("close", () => {
    const { statusCode, writableFinished } = response;
    const [method = "", route] = [request.method, routeOf(routes, request.url)];
    const [status, ms] = [writableFinished ? statusCode : ("gone" as const), performance.now() - began];
    const hasFailed = asking.hasFailed ?? statusCode === 500;
    log(hasFailed || statusCode >= 500 ? "error" : statusCode >= 400 ? "warn" : "info", {
      id: asking.id,
      method,
      route,
      status,
      ms: Math.round(ms),
      person: asking.personId,
      ...(asking.hasFailed && { failed: true }),
    });
    count("request", { route, method, status, seconds: ms / 1000, hasFailed });
  });
}
