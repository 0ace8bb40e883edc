import { once } from "node:events";
import http, { type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { noteRead } from "#lib/access/asking";
import { askedPathHeader } from "#lib/access/security-headers";
import { standInFront } from "#scripts/front-door";

const own = http.createServer;
let server: Server;
let port: number;
process.env.NEXTAUTH_URL ??= "http://localhost:3000";

/** As Next does: it reads a body first, and answers 500 when it cannot, or when a form of ours fails. */
async function answer(request: IncomingMessage, response: ServerResponse) {
  const body = (await buffer(request)).toString();
  if (request.url?.endsWith("/told")) {
    const { range, "if-match": match } = request.headers;
    response.end(`told ${JSON.stringify({ range, "if-match": match })}`);
    return;
  }
  if (request.url?.startsWith("/what-was-asked")) {
    const { [askedPathHeader]: asked, "content-security-policy": policy } = request.headers;
    response.end(`asked ${String(asked)} by ${String(policy)}`);
    return;
  }
  if (request.url === "/own-headers") {
    response.setHeader("Cache-Control", "public");
    response.writeHead(200, { "content-security-policy": "default-src 'self'" });
  }
  if (request.url === "/failing") noteRead();
  if (request.url === "/slow") return;
  if (request.url === "/bit-by-bit") {
    response.flushHeaders();
    await pause(100);
    response.write("the beginning");
    await pause(100);
  }
  if (body.includes("garbage") || request.url === "/failing") {
    response.statusCode = 500;
    response.setHeader("content-type", "text/html");
    response.write("<html>");
    response.end("Internal Server Error");
    return;
  }
  response.end(`read ${body.length}`);
}

beforeAll(async () => {
  process.env.LOG_LEVEL = "silent";
  standInFront([]);
  server = http.createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  http.createServer = own;
  server.close();
});

/** Sends bytes as they are, and answers all that came back. */
function send(...parts: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("data", (data) => (said += data));
    socket.on("close", () => resolve(said));
    socket.on("error", (error) => (said ? resolve(said) : reject(error)));
    for (const part of parts) socket.write(part);
  });
}

const chunked = (...chunks: string[]) =>
  [...chunks, ""].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
const post = (type: string, body: string, path = "/") =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

describe("whatever a stranger sends is refused in words, with the security headers", () => {
  test.each([
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["a method of nobody", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["PUT", "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 405],
    ["CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["an expectation", "GET / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\n\r\n", 417],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["a picture to be resized", "GET /_next/image?url=%2Fx&w=640&q=75 HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["the same, spelt otherwise", "GET /%5Fnext/image?url=%2Fx HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["Next's data", "GET /_next/data/x/api/imports.json HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["Next's page of errors", "HEAD /_global-error HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["a file asked what it takes", "OPTIONS /_next/static/chunks/a.js HTTP/1.1\r\nHost: x\r\n\r\n", 405],
    ["a file sent something", post("text/plain", "x", "/_next/static/chunks/a.js"), 405],
    ["a form that says it is too long", "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n", 413],
    ["//path", "GET //path HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["/\\path", "GET /\\path HTTP/1.1\r\nHost: x\r\n\r\n", 404],
    ["another site's address", "GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n", 400],
    ["no HTTP", "hello\r\n\r\n", 400],
    ["a header too long", `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    ["garbage for a form", post("multipart/form-data; boundary=b", "garbage"), 400],
    ["garbage for an action", post("text/plain", "garbage").replace("Host: x", "Host: x\r\nNext-Action: x"), 400],
    [
      "a form from another site",
      post("text/plain", "x").replace("Host: x", "Host: x\r\nOrigin: https://evil.example"),
      403,
    ],
    ["a form that hides whence it comes", post("text/plain", "x").replace("Host: x", "Host: x\r\nOrigin: null"), 403],
    [
      "an upload from another site",
      post("multipart/form-data; boundary=b", "x", "/api/imports").replace("Host: x", "Host: x\r\nOrigin: null"),
      403,
    ],
    [
      "more than a form in chunks",
      `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunked("x".repeat(700_000), "x".repeat(700_000))}`,
      413,
    ],
  ])("%s", async (_name, sent, status) => {
    const said = await send(sent);
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = "", words = ""] = said.split("\r\n\r\n");
    expect(head.toLowerCase()).toContain("x-content-type-options: nosniff");
    expect(head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    if (!sent.startsWith("HEAD")) expect(words).toMatch(/^[A-Z].*\.\n$/);
  });
});

test("who offers another protocol is answered in this one", async () => {
  const offer = "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n";
  expect(await send(`GET / HTTP/1.1\r\nHost: x\r\n${offer}\r\n`)).toMatch(/^HTTP\/1.1 200 [^]*read 0/);
});

const get = (path: string, said = "") => send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${said}\r\n`);

test("headers leave with the beginning of the body, and that as soon as it is there", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /bit-by-bit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const [[first], [second]] = [await once(socket, "data"), await once(socket, "data")];
  expect(String(first)).toMatch(/^HTTP\/1.1 200 [^]*\r\n\r\nd\r\nthe beginning\r\n$/);
  expect(String(second)).toContain("read 0");
  socket.destroy();
});

test("a page has a policy of its own and the other security headers, and those that it makes stay", async () => {
  const pages = [await get("/plain"), await get("/plain")];
  const [one, other] = pages.map((page) => /^content-security-policy: (.*)$/im.exec(page)?.[1]);
  expect(one).toMatch(
    /^default-src 'self'; script-src 'self' 'nonce-(\w{32})' 'strict-dynamic'; style-src 'self' 'nonce-\1'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
  );
  expect(other).not.toBe(one);
  for (const said of [
    "Cache-Control: private, no-store",
    "Cross-Origin-Opener-Policy: same-origin",
    "Referrer-Policy: same-origin",
    "X-Content-Type-Options: nosniff",
  ])
    expect(pages[0]).toContain(said);
  const own = await get("/own-headers");
  expect(own).toContain("Cache-Control: public");
  expect(own).toContain("content-security-policy: default-src 'self'\r\n");
  expect(own.match(/cache-control|content-security-policy/gi)).toHaveLength(2);
});

test("a page is told what was asked for and by which policy, whatever the request says of itself", async () => {
  const said = await get(
    "/what-was-asked/a%2fb/../c?x=1&_rsc=3f2a",
    "X-Candour-Path: /elsewhere\r\nContent-Security-Policy: script-src 'nonce-mine'\r\n",
  );
  expect(said).toContain("asked /what-was-asked/c?x=1 by default-src 'self'; script-src 'self' 'nonce-");
  expect(said).not.toContain("nonce-mine");
});

test.each(["/icon.svg", "/icon.svg?3f2a", "/_next/static/chunks/main.js"])(
  "%s is a file, and no page",
  async (path) => {
    expect(await get(path)).toMatch(/^content-security-policy: default-src 'none'; frame-ancestors 'none'\r$/im);
  },
);

test.each([
  "/",
  "/_next/static/../../account",
  "/api/imports/",
  "/xicon.svg",
  "/icon.svgx",
  "/icon.svg/x",
  "/iconxsvg",
  "/api/auth/csrf",
])("%s is a page", async (path) => {
  expect(await get(path)).toMatch(/^content-security-policy: default-src 'self'/im);
});

test("a file is asked for whole, and a page as it was", async () => {
  const part = 'Range: bytes=99999999-\r\nIf-Match: "x"\r\n';
  expect(await get("/_next/static/told", part)).toContain("told {}");
  expect(await get("/told", part)).toContain('told {"range":"bytes=99999999-","if-match":"\\"x\\""}');
});

test("a form that is read is answered, in whatever pieces it came", async () => {
  expect(await send(post("multipart/form-data; boundary=b", "a form"))).toContain("read 6");
  const head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(await send(head, chunked("a ", "form"))).toContain("read 6");
});

test("a failure of ours after a form was read stays ours, and so does one of a page", async () => {
  expect(await send(post("multipart/form-data; boundary=b", "a form", "/failing"))).toMatch(/^HTTP\/1.1 500 /);
  expect(await send("GET /failing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 500 /);
});

test("an upload is not cut at the size of a form", async () => {
  const file = "x".repeat(1_200_000);
  expect(await send(post("multipart/form-data; boundary=b", file, "/api/imports"))).toContain("read 1200000");
});

test("a form that never arrives is given up after half a minute, in words", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const said = send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhalf a f");
  const upload = send("POST /api/imports HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhalf");
  const begun = once(server, "request");
  await begun.then(() => once(server, "request"));
  vi.advanceTimersByTime(29_000);
  expect(await Promise.race([said, new Promise((resolve) => setImmediate(resolve, "nothing yet"))])).toBe(
    "nothing yet",
  );
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(await said).toMatch(/^HTTP\/1.1 408 [^]*This request took too long to arrive\./);
  expect(await Promise.race([upload, new Promise((resolve) => setTimeout(resolve, 50, "still read"))])).toBe(
    "still read",
  );
});

test("more requests than can be answered are told when to come again", async () => {
  const open = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
  for (const socket of open)
    socket.on("error", () => undefined).write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nwhole");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const said = await send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  expect(said).toMatch(/^HTTP\/1.1 503 /);
  expect(said).toContain("Retry-After: 5");
  expect(await send("GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
});

test("forms that were begun and not sent keep nobody waiting; of too many the oldest is given up", async () => {
  const begin = () => send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nha");
  const oldest = begin();
  const open = Array.from({ length: 199 }, () => connect(port, "127.0.0.1"));
  for (const socket of open)
    socket.on("error", () => undefined).write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nha");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  expect(await send(post("multipart/form-data; boundary=b", "a form"))).toContain("read 6");
  expect(await oldest).toMatch(/^HTTP\/1.1 408 /);
  for (const socket of open) socket.destroy();
});
