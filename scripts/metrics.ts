import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { poolUse } from "#db/pool-use";
import { onCounted } from "#lib/access/counted";
import { listQueues } from "#scripts/queues";

/**
 * What Prometheus reads, counted from now on. Every label has its values from a closed list, such as the routes of the
 * build: none from an address, nor from what anybody sent.
 */
export function collectMetrics(appUrl: string): { contentType: string; read: () => Promise<string> } {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const requests = new Counter({
    name: "candour_requests_total",
    help: "Requests answered, by route, method and status; gone: whoever asked hung up first.",
    labelNames: ["route", "method", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "candour_request_seconds",
    help: "How long requests took until their answer had left.",
    labelNames: ["route"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const failures = new Counter({
    name: "candour_failures_total",
    help: "Answers that told of a failure of ours, by route: of a page that was open already also with status 200.",
    labelNames: ["route"],
    registers,
  });
  onCounted("request", ({ route, method, status, seconds: took, hasFailed }) => {
    if (hasFailed) failures.inc({ route });
    requests.inc({ route, method, status });
    seconds.observe({ route }, took);
  });

  const refusals = new Counter({
    name: "candour_refusals_total",
    help: "What people were refused in words, by code.",
    labelNames: ["code"],
    registers,
  });
  onCounted("refusal", ({ code }) => refusals.inc({ code }));
  const signIns = new Counter({
    name: "candour_sign_ins_total",
    help: "Sign-ins by outcome: STARTED, or why there was none.",
    labelNames: ["outcome"],
    registers,
  });
  onCounted("signIn", ({ outcome }) => signIns.inc({ outcome }));
  const seals = new Counter({
    name: "candour_seals_total",
    help: "Heads of the trail by outcome: signed, or refused because they would not follow from what was signed before.",
    labelNames: ["outcome"],
    registers,
  });
  onCounted("seal", ({ outcome }) => seals.inc({ outcome }));

  const pools: Gauge = new Gauge({
    name: "candour_pool_connections",
    help: "Database connections of this process: in use, idle, and how many askers wait for one.",
    labelNames: ["pool", "state"],
    registers,
    collect: () => {
      for (const { pool, inUse, idle, waiting } of poolUse()) {
        pools.set({ pool, state: "in use" }, inUse);
        pools.set({ pool, state: "idle" }, idle);
        pools.set({ pool, state: "waiting" }, waiting);
      }
    },
  });
  const askQueues = queueGauges(registers, appUrl);
  const read = async () => {
    await askQueues();
    return register.metrics();
  };
  return { contentType: register.contentType, read };
}

function queueGauges(registers: Registry[], appUrl: string): () => Promise<void> {
  const labelNames = ["queue"];
  const waiting = new Gauge({
    name: "candour_queue_waiting",
    help: "What waits for people, or for the worker, in all organisations.",
    labelNames,
    registers,
  });
  const oldest = new Gauge({
    name: "candour_queue_oldest_seconds",
    help: "For how long the oldest of them has waited; 0 when nothing does.",
    labelNames,
    registers,
  });
  const verified = new Gauge({
    name: "candour_verification_age_seconds",
    help: "How long ago the whole trail was verified; left out before the first time.",
    registers,
  });
  const wrong = new Gauge({
    name: "candour_verification_wrong",
    help: "How much was wrong then: anything but 0 is to be looked at on the page Integrity.",
    registers,
  });
  const up = new Gauge({
    name: "candour_database_up",
    help: "1 when the database answered this reading, else 0; the queues are then left out.",
    registers,
  });
  // Each metric is read by itself: asked within one, the others would tell what was.
  return async () => {
    const found = await listQueues(appUrl).catch(() => null);
    up.set(found ? 1 : 0);
    for (const gauge of [waiting, oldest]) gauge.reset();
    for (const gauge of [verified, wrong]) gauge.remove();
    if (found?.verified) {
      verified.set(found.verified.ageSeconds);
      wrong.set(found.verified.wrong);
    }
    for (const queue of found?.queues ?? []) {
      waiting.set({ queue: queue.queue }, queue.waiting);
      oldest.set({ queue: queue.queue }, queue.oldestSeconds);
    }
  };
}
