import { expect, test } from "vitest";
import { receiveFile } from "#lib/imports/receive-file";

const boundary = "-----edge";
const form = (content: string, name = "scorecard.txt") =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`;

/** A request as it arrives: `declared` is its content-length, which may not be true. */
const arriving = (body: string | ReadableStream<Uint8Array>, declared?: number) =>
  new Request("http://localhost/api/imports", {
    method: "POST",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      ...(declared !== undefined && { "content-length": String(declared) }),
    },
    body,
    duplex: "half",
  } as RequestInit);

test("a file arrives with its name and bytes", async () => {
  const body = form("a\tb");
  const received = await receiveFile(arriving(body, body.length));
  expect(received).toEqual({ name: "scorecard.txt", bytes: new TextEncoder().encode("a\tb") });
});

test("a form says whose it is", async () => {
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="writtenBy"\r\n\r\nthe officer\r\n`;
  const body = field + form("a\tb");
  expect(await receiveFile(arriving(body, body.length))).toMatchObject({
    name: "scorecard.txt",
    writtenBy: "the officer",
  });
});

test("a body declared as too large is refused before any of it is read", async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({ pull: () => void pulled++ }, { highWaterMark: 0 });
  expect(await receiveFile(arriving(body, 50 * 1024 * 1024))).toMatchObject({ status: 413 });
  expect(pulled).toBe(0);
});

test("a body that says nothing of its size is refused where it passes the limit", async () => {
  let chunks = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      chunks++;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  expect(await receiveFile(arriving(body))).toMatchObject({ status: 413 });
  expect(chunks).toBeLessThan(25);
});

test("fewer bytes than declared are an upload cut off", async () => {
  const body = form("a\tb");
  expect(await receiveFile(arriving(body, body.length + 10))).toMatchObject({
    status: 400,
    message: expect.stringContaining("cut off"),
  });
});

test("a form without a file, and a body that is no form, are refused", async () => {
  expect(await receiveFile(arriving(form("", "")))).toMatchObject({ status: 400 });
  expect(await receiveFile(arriving("{}"))).toMatchObject({ status: 400 });
});
