import { createServer } from "node:http";
import { SetUpError } from "#db/set-up-error";
import { collectMetrics } from "#scripts/metrics";

/** Answers `/metrics` on a port of its own, and nothing else: it asks nobody who they are. Throws `SetUpError`. */
export async function serveMetrics({ host, port }: { host: string; port: number }, appUrl: string) {
  const { contentType, read } = collectMetrics(appUrl);
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": contentType }).end(await read());
  });
  // It keeps nothing running by itself.
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(new SetUpError(`METRICS_PORT ${port} of ${host} cannot be listened on: ${error.message}.`)),
    );
    server.listen(port, host, resolve);
  });
  return server;
}
