import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guarded } from "#scripts/front-door";
import { addWordsWithoutScript } from "#scripts/words-without-script";

process.env.LOG_LEVEL = "silent";
process.env.NEXTAUTH_URL ??= "http://localhost:3000";

const blank = '<html id="__next_error__"><head><title>Not for you · Candour</title></head><body></body></html>';

async function answer(
  status: number,
  body: string,
  headers: Record<string, string> = {},
  { method = "GET", search = "" } = {},
) {
  const pageOfNext = guarded((request, response) => {
    response.statusCode = status;
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (request.headers["accept-encoding"] === "gzip") {
      response.setHeader("content-encoding", "gzip");
      response.flushHeaders();
      response.write(gzipSync(body));
    } else {
      response.flushHeaders();
      // As compression does before it writes.
      if (!response.headersSent) response.writeHead(response.statusCode);
      response.write(body.slice(0, 40));
      response.write(body.slice(40));
    }
    response.end();
  }, []);
  const server = createServer((request, response) => {
    addWordsWithoutScript({ request, response });
    pageOfNext(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.on("listening", listening));
  const { port } = server.address() as { port: number };
  const got = await fetch(`http://127.0.0.1:${port}/${search}`, { headers, method });
  const text = await got.text();
  server.close();
  return { status: got.status, text, retryAfter: got.headers.get("retry-after") };
}

test("a refused page says so without a script, zipped or not", async () => {
  for (const encoding of ["identity", "gzip"]) {
    const { status, text } = await answer(403, blank, { "accept-encoding": encoding });
    expect(status).toBe(403);
    expect(text).toMatch(/<body><noscript>.*<h1[^>]*>Not for you<\/h1>.*none of your roles may open this page/);
  }
});

test("a page that speaks for itself, and what the browser's script asks for, stay as they are", async () => {
  expect((await answer(200, blank)).text).toBe(blank);
  expect((await answer(404, "<html><body>Words</body></html>")).text).toBe("<html><body>Words</body></html>");
  expect((await answer(403, blank, { rsc: "1" })).text).toBe(blank);
});

test("a page that failed says so and how to try again, under no other title", async () => {
  const { status, text } = await answer(500, blank);
  expect(status).toBe(500);
  expect(text).toMatch(/<h1[^>]*>Something went wrong on our side<\/h1>.*Reload this page to try again/);
});

const withoutDatabase = blank.replace(
  "<body>",
  String.raw`<body><script>push("4:E{\"digest\":\"DATABASE_UNAVAILABLE\"}")</script>`,
);

test("a page without a database is a 503 that says so", async () => {
  for (const encoding of ["identity", "gzip"]) {
    const { status, text, retryAfter } = await answer(500, withoutDatabase, { "accept-encoding": encoding });
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: "5" });
    expect(text).toMatch(/<noscript>.*Candour cannot reach its database just now/);
  }
});

test("a moment that there is not is told from a page that there is not, and what was typed is words alone", async () => {
  expect((await answer(404, blank, {}, { search: "?cut=17" })).text).toContain("There is no cut 17. If you typed");
  const { text } = await answer(404, blank, {}, { search: "?edition=%3Cscript%3Ex%26y" });
  expect(text).toContain("“&lt;script&gt;x&amp;y” is not an edition.");
  expect((await answer(404, blank)).text).toContain('<p class="my-4"> If you typed');
});

test("a form that was sent meanwhile is sent again by a reload", async () => {
  const { status, text } = await answer(500, withoutDatabase, {}, { method: "POST" });
  expect(status).toBe(503);
  expect(text).toContain("may not have been saved: reload this page to send it again");
});
