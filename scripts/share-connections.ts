import type { ChildProcess } from "node:child_process";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { type Counted, count, onCounted } from "#lib/access/counted";
import { log } from "#scripts/log";

/**
 * How busy this process must be, for so many seconds on end, that another is worth its memory, and how quiet until it is not;
 * and after how many seconds one that has not even taken a connection is given up: more than any answer takes.
 */
export type Load = { busy: number; seconds: number; quiet: number; quietSeconds: number; stuckSeconds: number };

const usual: Load = { busy: 0.7, seconds: 3, quiet: 0.3, quietSeconds: 600, stuckSeconds: 30 };

/** Seconds from one beginning of another process, or its end, to the next. */
const pause = 60;

/** So many connections may be on their way to one that has just begun; later one at a time, so that none waits for one that is busy. */
const atFirst = 8;

/** What a server has and its types do not say: whether connections wait until they are asked for what they send. */
type Pausing = Server & { pauseOnConnect: boolean };

/** Another process, and by their numbers the connections given to it that it has not taken: still ours, should it fall. */
type Second = { child: ChildProcess; isReady: boolean; onTheirWay: Map<number, { socket: Socket; since: number }> };

/** What the two say to each other, of a connection by its number. */
type Given = { given: number };
export const rest = "rest";
type Told = "ready" | "ending" | { taken: number } | { kind: keyof Counted; facts: Counted[keyof Counted] };
const kinds: readonly (keyof Counted)[] = ["request", "refusal", "signIn"];
const notHeard = () => {};

/**
 * A page keeps one core busy. While this process has more to do than that, every second connection of a server is given to
 * another process that serves the same; when it is quiet again, or the other one fails, it answers by itself as before.
 */
export function shareConnections(plain: Server, begin: () => ChildProcess, load: Load = usual): void {
  const server = plain as Pausing;
  const [answer] = server.listeners("connection") as [(socket: Socket) => void];
  const own = new Set<Socket>();
  const leaving = new WeakSet<Socket>();
  let second: Second | null = null;
  let given = 0;
  // Of those to come, so many are given away first, in place of those that were asked to come again.
  let owed = 0;
  let isTheirTurn = false;

  server.removeAllListeners("connection").on("connection", (socket: Socket) => {
    const isTheirs = second?.isReady && (owed > 0 || isTheirTurn) && second.onTheirWay.size < (owed > 0 ? atFirst : 1);
    isTheirTurn = !isTheirs;
    if (!isTheirs || !second?.child.connected) return keep(socket);
    if (owed > 0) owed -= 1;
    given += 1;
    second.onTheirWay.set(given, { socket, since: performance.now() });
    // Kept open here too: Node would close what was not taken only where the other lives.
    second.child.send({ given } satisfies Given, socket, { keepOpen: true }, notHeard);
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
    if (!second && busyFor >= load.seconds && pausedFor >= pause) share();
    else if (second && quietFor >= load.quietSeconds) end(({ child }) => child.send(rest, notHeard));
    const [oldest] = second?.onTheirWay.values() ?? [];
    if (oldest && performance.now() - oldest.since > load.stuckSeconds * 1000) second?.child.kill("SIGKILL");
  }, 1000).unref();
  // Node no longer counts the connections of a server that gave some away.
  const close = server.close.bind(server);
  server.close = (done) => close((error) => untilNone(own, server, () => done?.(error)));
  const stop = () => end(({ child }) => child.kill("SIGTERM"));
  const stopping = ["SIGINT", "SIGTERM"];
  for (const signal of stopping) process.on(signal, stop);
  server.once("close", () => {
    clearInterval(watch);
    for (const signal of stopping) process.off(signal, stop);
  });

  function keep(socket: Socket): void {
    own.add(socket);
    socket.once("close", () => own.delete(socket));
    answer.call(server, socket);
    // Else one that came while connections were given away would wait for ever.
    if (socket.isPaused()) socket.resume();
  }

  function share(): void {
    pausedFor = 0;
    try {
      listen({ child: begin(), isReady: false, onTheirWay: new Map() });
    } catch (error) {
      log("warn", { web: "No second process could be begun.", why: (error as Error).message });
    }
  }

  function listen(made: Second): void {
    second = made;
    const { child, onTheirWay } = made;
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.on("message", (message: Told) => {
      if (typeof message === "object" && "kind" in message) return count(message.kind, message.facts);
      if (typeof message === "object") {
        onTheirWay.get(message.taken)?.socket.destroy();
        return void onTheirWay.delete(message.taken);
      }
      if (second !== made) return;
      if (message === "ending") return keepAll();
      for (const [index, socket] of [...own].entries()) if (index % 2 === 1) leaving.add(socket);
      owed = Math.floor(own.size / 2);
      server.pauseOnConnect = made.isReady = true;
      log("info", { web: "A second process answers too.", pid: child.pid });
    });
    const over = (why: unknown) => {
      process.off("exit", kill);
      if (second === made) {
        log("warn", { web: "The second process has fallen.", why });
        keepAll();
      }
      for (const { socket } of onTheirWay.values()) keep(socket);
      onTheirWay.clear();
    };
    child.once("exit", (code, signal) => over(signal ?? code));
    child.on("error", ({ message }) => child.pid === undefined && over(message));
  }

  /** No more is given to it, and it finishes what it has. */
  function end(say: (second: Second) => void): void {
    if (!second) return;
    say(second);
    log("info", { web: "The second process ends.", pid: second.child.pid });
    keepAll();
  }

  function keepAll(): void {
    server.pauseOnConnect = false;
    [second, owed, pausedFor] = [null, 0, 0];
  }
}

/** The other side of it: a server that listens nowhere, and answers the connections that it is given. */
export function takeConnections(server: Server): void {
  const own = new Set<Socket>();
  process.on("message", (message: Given | typeof rest, socket: Socket | undefined) => {
    if (message === rest) return;
    tell({ taken: message.given });
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

/** What the first no longer hears, it no longer needs. */
function tell(message: Told): void {
  if (process.connected) process.send?.(message, undefined, {}, notHeard);
}

/** Waits until the last of its connections has its answer, and takes no further request on any. */
function untilNone(own: Set<Socket>, server: Server, done: (() => void) | undefined): void {
  server.prependListener("request", (_, response: ServerResponse) => response.setHeader("Connection", "close"));
  server.closeIdleConnections();
  const look = setInterval(() => {
    server.closeIdleConnections();
    if (own.size > 0) return;
    clearInterval(look);
    done?.();
  }, 100);
}
