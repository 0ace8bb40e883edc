import type { ChildProcess } from "node:child_process";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { type Counted, count, onCounted } from "#lib/access/counted";
import { log } from "#scripts/log";

/** How busy this process must be, for so many seconds on end, that another is worth its memory; and quiet, until it is not. */
export type Load = { busy: number; seconds: number; quiet: number; quietSeconds: number };

const usual: Load = { busy: 0.7, seconds: 3, quiet: 0.3, quietSeconds: 600 };

/** Whoever began another that ended again waits so long before the next. */
const pause = 60;

/** What a server has and its types do not say: whether connections wait until they are asked for what they send. */
type Pausing = Server & { pauseOnConnect: boolean };

/** What the two say to each other, of a connection by its number. */
type Given = { given: number };
type Told = "ready" | "ending" | { taken: number } | { kind: keyof Counted; facts: Counted[keyof Counted] };
const tell = (message: Told) => process.send?.(message);
const kinds: readonly (keyof Counted)[] = ["request", "refusal", "signIn"];

/**
 * A page keeps one core busy. While this process has more to do than that, every second connection of a server is given to
 * another process that serves the same; when it is quiet again, or the other one fails, it answers by itself as before.
 */
export function shareConnections(plain: Server, begin: () => ChildProcess, load: Load = usual): void {
  const server = plain as Pausing;
  const [answer] = server.listeners("connection") as [(socket: Socket) => void];
  const own = new Set<Socket>();
  const leaving = new WeakSet<Socket>();
  // By their numbers those that are given and not taken yet: still ours, should the other fall, and until they are taken no others are given.
  const onTheirWay = new Map<number, Socket>();
  let given = 0;
  let other: ChildProcess | null = null;
  // Of those to come, so many are given away first, in place of those that were asked to come again.
  let owed = 0;
  let isTheirTurn = false;

  server.removeAllListeners("connection").on("connection", (socket: Socket) => {
    const isTheirs = server.pauseOnConnect && (owed > 0 || (isTheirTurn && onTheirWay.size === 0));
    isTheirTurn = !isTheirs;
    if (!isTheirs || !other?.connected) return keep(socket);
    if (owed > 0) owed -= 1;
    given += 1;
    onTheirWay.set(given, socket);
    // Node closes what was not taken only where the other lives.
    other.send({ given } satisfies Given, socket, { keepOpen: true }, () => {});
  });
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (leaving.has(socket)) response.setHeader("Connection", "close");
  });

  let [busyFor, quietFor, pausedFor] = [0, 0, pause];
  let before = performance.eventLoopUtilization();
  const watch = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    busyFor = utilization >= load.busy ? busyFor + 1 : 0;
    quietFor = utilization <= load.quiet ? quietFor + 1 : 0;
    pausedFor += 1;
    if (!other && busyFor >= load.seconds && pausedFor >= pause) share(begin());
    else if (other && quietFor >= load.quietSeconds) end();
  }, 1000).unref();
  // Of one that gave connections away, Node counts its own no more.
  const close = server.close.bind(server);
  server.close = (done) => close((error) => untilNone(own, server, () => done?.(error)));
  const ending = ["SIGINT", "SIGTERM"];
  for (const signal of ending) process.on(signal, end);
  server.once("close", () => {
    clearInterval(watch);
    for (const signal of ending) process.off(signal, end);
  });

  function keep(socket: Socket): void {
    own.add(socket);
    socket.once("close", () => own.delete(socket));
    answer.call(server, socket);
    // Else one that came while connections were given away would wait for ever.
    if (socket.isPaused()) socket.resume();
  }

  function taken({ taken: number }: { taken: number }): void {
    onTheirWay.get(number)?.destroy();
    onTheirWay.delete(number);
  }

  function share(child: ChildProcess): void {
    other = child;
    child.on("message", (message: Told) => {
      if (typeof message === "object") return "kind" in message ? count(message.kind, message.facts) : taken(message);
      if (other !== child) return;
      if (message === "ending") return keepAll();
      [...own].forEach((socket, index) => index % 2 === 1 && leaving.add(socket));
      owed = Math.floor(own.size / 2);
      server.pauseOnConnect = true;
      log("info", { web: "A second process answers too." });
    });
    child.once("exit", (code) => {
      log(code === 0 ? "info" : "warn", { web: "The second process has ended.", code });
      if (other === child) keepAll();
      for (const socket of onTheirWay.values()) keep(socket);
      onTheirWay.clear();
    });
    child.on("error", () => {});
  }

  function end(): void {
    other?.kill("SIGTERM");
    keepAll();
  }

  function keepAll(): void {
    server.pauseOnConnect = false;
    [other, owed, pausedFor] = [null, 0, 0];
  }
}

/** The other side of it: a server that listens nowhere, and answers the connections that it is given. */
export function takeConnections(server: Server): void {
  const own = new Set<Socket>();
  process.on("message", ({ given }: Given, socket: Socket | undefined) => {
    tell({ taken: given });
    if (!socket) return;
    own.add(socket);
    socket.once("close", () => own.delete(socket));
    server.emit("connection", socket);
    socket.resume();
  });
  server.listen = () => {
    setImmediate(() => {
      server.emit("listening");
      tell("ready");
    });
    return server;
  };
  server.close = (done) => {
    tell("ending");
    untilNone(own, server, done);
    return server;
  };
  for (const kind of kinds) onCounted(kind, (facts) => tell({ kind, facts }));
}

/** Waits until the last of its connections has its answer. */
function untilNone(own: Set<Socket>, server: Server, done: (() => void) | undefined): void {
  const look = setInterval(() => {
    server.closeIdleConnections();
    if (own.size > 0) return;
    clearInterval(look);
    done?.();
  }, 100);
}
