import { connect } from "node:net";
import { expect, test } from "#e2e/fixtures";

const paths = [
  "/",
  "/sign-in",
  "/account",
  "/history",
  "/returns/2014-01",
  "/nowhere",
  "/api/auth/callback/credentials",
];
const boundary = "b0undary";
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Bodies that are no form, each as its content type and text. */
const bodies: Record<string, [string, string]> = {
  garbage: [`multipart/form-data; boundary=${boundary}`, "\0\u0001garbage"],
  empty: [`multipart/form-data; boundary=${boundary}`, ""],
  "without a boundary": ["multipart/form-data", "garbage"],
  "cut off": [`multipart/form-data; boundary=${boundary}`, field("email", "x").slice(0, 30)],
  "a control character in a name": [
    `multipart/form-data; boundary=${boundary}`,
    `${field("em\u0000ail", "x")}--${boundary}--\r\n`,
  ],
  "an action of no name": [
    `multipart/form-data; boundary=${boundary}`,
    `${field("$ACTION_ID_0000", "")}--${boundary}--\r\n`,
  ],
  "a broken reference to an action": [
    `multipart/form-data; boundary=${boundary}`,
    `${field("$ACTION_REF_1", "")}${field("$ACTION_1:0", "{not json")}--${boundary}--\r\n`,
  ],
};

function send(url: URL, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    let said = "";
    socket.setEncoding("utf8");
    socket.on("data", (data) => (said += data));
    socket.on("close", () => resolve(said));
    socket.on("error", (error) => (said ? resolve(said) : reject(error)));
    socket.write(bytes);
  });
}

test("answers nothing that a stranger sends with a fault of ours", async ({ baseURL }) => {
  const url = new URL(baseURL ?? "");
  const answers: string[] = [];
  for (const path of paths) {
    for (const [name, [type, body]] of Object.entries(bodies)) {
      for (const more of ["", "Next-Action: 00\r\n"]) {
        const head = `POST ${path} HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: ${url.origin}\r\nConnection: close\r\nContent-Type: ${type}\r\n${more}`;
        const whole = `${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        const pieces = `${head}Transfer-Encoding: chunked\r\n\r\n${body && `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`}0\r\n\r\n`;
        for (const sent of [whole, pieces]) {
          const said = await send(url, sent);
          const status = Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1] ?? 599);
          if (status >= 500 || !/x-content-type-options: nosniff/i.test(said))
            answers.push(`${path}, ${name}: ${status}`);
        }
      }
    }
  }
  expect(answers).toEqual([]);
});

/** The headers by which Next's script asks for a part of a page. */
const asPart = ["next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"];

test("answers no rubbish in the headers of a page's own script with a fault of ours", async ({ baseURL, as }) => {
  const { request } = await as("auditor");
  const answers: string[] = [];
  for (const path of [...paths, "/favicon.ico", "/invitation/abc", "/api/imports/x"]) {
    for (const name of asPart) {
      for (const value of ["x", "%5Bgarbage", "[]", "%FF", '["",{}]', "[null]", `["${"x".repeat(5000)}"]`]) {
        const headers = { rsc: "1", [name]: value };
        const stranger = await fetch(new URL(path, baseURL), { headers });
        const auditor = await request.get(path, { headers });
        for (const [who, status] of [
          ["stranger", stranger.status],
          ["auditor", auditor.status()],
        ] as const)
          if (status >= 500) answers.push(`${who} at ${path}, ${name}: ${value.slice(0, 20)}: ${status}`);
      }
    }
  }
  expect(answers).toEqual([]);
});

test("says what it refuses before it is a request for a page", async ({ baseURL }) => {
  const url = new URL(baseURL ?? "");
  const statusOf = async (bytes: string) => Number(/^HTTP\/1.1 (\d+)/.exec(await send(url, bytes))?.[1]);
  const host = `Host: ${url.host}\r\nConnection: close\r\n`;
  expect(await statusOf(`TRACE / HTTP/1.1\r\n${host}\r\n`)).toBe(405);
  expect(await statusOf(`GET //elsewhere HTTP/1.1\r\n${host}\r\n`)).toBe(404);
  expect(await statusOf(`GET / HTTP/1.1\r\n${host}X-Long: ${"x".repeat(20_000)}\r\n\r\n`)).toBe(431);
  expect(await statusOf(`GET /api/health HTTP/1.1\r\n${host}\r\n`)).toBe(200);
});
