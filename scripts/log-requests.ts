import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Asking } from "#lib/access/asking";
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
    const { statusCode: status, writableFinished } = response;
    log(status >= 500 ? "error" : status >= 400 ? "warn" : "info", {
      id: asking.id,
      method: request.method,
      route: routeOf(routes, request.url),
      status: writableFinished ? status : "gone",
      ms: Math.round(performance.now() - began),
      person: asking.personId,
    });
  });
}
