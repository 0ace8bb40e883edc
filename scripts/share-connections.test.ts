import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import http, { Agent, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { type Counted, onCounted } from "#lib/access/counted";
import { type Load, shareConnections } from "#scripts/share-connections";

const second = `
  import http from "node:http"; import { count } from "#lib/access/counted"; import { takeConnections } from "#scripts/share-connections";
  const server = http.createServer((request, response) => {
    if (request.url === "/fall") process.exit(1);
    if (request.url === "/stand-still") for (;;);
    if (request.url === "/count") count("refusal", { code: "TRIED" });
    setTimeout(() => response.end("second " + request.socket.remoteAddress), request.url === "/slow" ? 1500 : 0);
  });
  takeConnections(server); server.listen(3000);
  const end = () => server.close(() => process.exit(143));
  process.on("SIGTERM", end); process.on("message", (message) => message === "rest" && end());
  process.on("disconnect", () => process.exit());`;

const began: ChildProcess[] = [];
const begin = () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", second], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  began.push(child);
  return child;
};

let server: http.Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
  for (const child of began.splice(0)) child.kill("SIGKILL");
});

async function serve(load: Load): Promise<void> {
  server = http.createServer((_, response) => response.end("first"));
  shareConnections(server, begin, load);
  await once(server.listen(0, "127.0.0.1"), "listening");
}

/** Asks on a connection of its own, or on one that the agent kept. */
async function ask(path = "/", agent = new Agent()): Promise<{ said: string; response: IncomingMessage }> {
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(http.get({ port, path, agent }), "response")) as [IncomingMessage];
  return { said: await text(response), response };
}

const both = ["first", "second 127.0.0.1"];
const toBeShared = () =>
  vi.waitFor(async () => expect([(await ask()).said, (await ask()).said].sort()).toEqual(both), {
    timeout: 20_000,
    interval: 200,
  });

const busyAtOnce: Load = { busy: 0, seconds: 1, quiet: -1, quietSeconds: 1, stuckSeconds: 30 };

test("a process that is not busy answers alone; one that is gives every second connection to another, which tells what it counted", async () => {
  await serve({ ...busyAtOnce, busy: 0.7, seconds: 2 });
  await pause(2500);
  expect(began).toHaveLength(0);
  const idle = setInterval(() => {
    const until = performance.now() + 90;
    while (performance.now() < until);
  }, 100);
  const counted: Counted["refusal"][] = [];
  onCounted("refusal", (facts) => counted.push(facts));
  await toBeShared();
  clearInterval(idle);
  await Promise.all([ask("/count"), ask("/count")]);
  await vi.waitFor(() => expect(counted).toEqual([{ code: "TRIED" }]));
  expect(began).toHaveLength(1);
});

test("half of the connections that were kept open are asked to come again, and answered by the other", async () => {
  await serve(busyAtOnce);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const four = () => Promise.all([1, 2, 3, 4].map(() => ask("/", agent)));
  await vi.waitFor(
    async () => expect((await four()).map(({ response }) => response.headers.connection)).toContain("close"),
    { timeout: 20_000, interval: 200 },
  );
  expect((await four()).map(({ said }) => said).sort()).toEqual([both[0], both[0], both[1], both[1]]);
  agent.destroy();
});

test("one that falls is done without, and no other begun at once", async () => {
  await serve(busyAtOnce);
  await toBeShared();
  const fallen = once(began[0]!, "exit");
  await Promise.allSettled([ask("/fall"), ask("/fall")]);
  await fallen;
  await pause(1500);
  expect([(await ask()).said, (await ask()).said]).toEqual(["first", "first"]);
  expect(began).toHaveLength(1);
});

test("while one is too busy to take a connection, the next are answered here, and that one too once it is given up", async () => {
  await serve({ ...busyAtOnce, stuckSeconds: 3 });
  await toBeShared();
  const stuck = [ask("/stand-still"), ask("/stand-still")];
  for (const each of stuck) each.catch(() => {});
  await Promise.any(stuck);
  const waiting = Array.from({ length: 8 }, () => ask());
  for (const each of waiting) each.catch(() => {});
  await vi.waitFor(async () => {
    const said = await Promise.all(waiting.map((each) => Promise.race([each.then(({ said }) => said), pause(50)])));
    expect(said.filter((each) => each === "first")).toHaveLength(7);
  });
  expect(began[0]!.signalCode).toBeNull();
  expect((await Promise.all(waiting)).map(({ said }) => said)).toEqual(Array(8).fill("first"));
  expect(began[0]!.signalCode).toBe("SIGKILL");
});

test("where no other can be begun it answers alone, and does not try again at once", async () => {
  let tries = 0;
  for (const fail of [
    () => spawn("/no/such/program"),
    () => {
      throw new Error("There is no memory left.");
    },
  ]) {
    server?.close();
    server = http.createServer((_, response) => response.end("first"));
    shareConnections(
      server,
      () => {
        tries += 1;
        return fail();
      },
      busyAtOnce,
    );
    await once(server.listen(0, "127.0.0.1"), "listening");
    await pause(2500);
    expect([(await ask()).said, (await ask()).said]).toEqual(["first", "first"]);
  }
  expect(tries).toBe(2);
});

test("when it is quiet again the other finishes what it answers, and ends", async () => {
  await serve({ ...busyAtOnce, quiet: 1, quietSeconds: 4 });
  await toBeShared();
  const ended = once(began[0]!, "exit");
  const slow = await Promise.all([ask("/slow"), ask("/slow")]);
  expect(slow.map(({ said }) => said).sort()).toEqual(both);
  expect(await ended).toEqual([143, null]);
  expect((await ask()).said).toBe("first");
});
