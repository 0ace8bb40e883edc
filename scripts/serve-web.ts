import { fork } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileSooner } from "#scripts/compile-sooner";
import type { WebEnvironment } from "#scripts/environment";
import { standInFront } from "#scripts/front-door";
import { keepOrigin } from "#scripts/keep-origin";
import { readRoutes } from "#scripts/log-requests";
import { logWithoutValues } from "#scripts/log-without-values";
import { readAddress } from "#scripts/read-address";
import { referByRequest } from "#scripts/refer-by-request";
import { shareConnections } from "#scripts/share-connections";
import { addWordsWithoutScript } from "#scripts/words-without-script";

type Place = { host: string; port: number; hasSecond: boolean };

/** Serves the standalone build in this process, so that nothing outlives it, and comes back when it answers; while it is busy, with a second one. */
export async function serveWeb(folder: string, place: Place, environment: WebEnvironment): Promise<void> {
  const { host, port, hasSecond } = place;
  delete process.env.DATABASE_URL;
  Object.assign(process.env, environment, { HOSTNAME: host, PORT: String(port), NEXT_TELEMETRY_DISABLED: "1" });
  process.env.CANDOUR_TRUST_PROXY ||= "0";
  const log = console.log;
  await openWeb(folder, (server) => {
    if (hasSecond) shareConnections(server, () => fork(join(import.meta.dirname, "second-web.ts"), [folder]));
  });
  await untilItAnswers(host, port, await fileOf(folder));
  compileSooner();
  console.log = log;
}

/** Opens the build, with ours before it, on the server that Next makes; what Next says of it is kept to itself. */
export async function openWeb(folder: string, onServer: (server: Server) => void): Promise<void> {
  subscribe("http.server.request.start", (message) =>
    keepOrigin((message as { request: IncomingMessage }).request.headers, process.env.CANDOUR_TRUST_PROXY),
  );
  subscribe("http.server.request.start", (message) => readAddress((message as { request: IncomingMessage }).request));
  subscribe("http.server.request.start", (message) =>
    addWordsWithoutScript(message as { request: IncomingMessage; response: ServerResponse }),
  );
  standInFront(readRoutes(folder), onServer);
  referByRequest();
  logWithoutValues();
  console.log = () => {};
  await import(pathToFileURL(join(folder, "server.js")).href);
}

/** Of the build's own, which Next answers without loading what any page or route needs. */
const fileOf = async (folder: string) =>
  `/_next/static/${await readFile(join(folder, ".next", "BUILD_ID"), "utf8")}/_buildManifest.js`;

async function untilItAnswers(host: string, port: number, path: string): Promise<void> {
  const at = ["0.0.0.0", "::"].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  for (;;) {
    try {
      const answer = await fetch(`http://${at}:${port}${path}`, { signal: AbortSignal.timeout(30_000) });
      if (answer.status < 500) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
