import { setTimeout as pause } from "node:timers/promises";
import { findPostmaster } from "#db/embedded/postmaster";
import { type Cluster, ensureServer } from "#db/embedded/start-server";

/** Starts the server again, where it was, should it ever be killed while we use it. Answers how to stop watching. */
export function reviveWhenGone(cluster: Cluster, settings: string[], port: number): () => void {
  const watching = new AbortController();
  void watch(cluster, settings, port, watching.signal);
  return () => watching.abort();
}

async function watch(cluster: Cluster, settings: string[], port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(1000, undefined, { ref: false });
    if (signal.aborted || findPostmaster(cluster.folder)) continue;
    console.error("The embedded database was stopped by something else; it is started again.");
    await ensureServer(cluster, settings, port).catch((error: Error) => console.error(error.message));
  }
}
