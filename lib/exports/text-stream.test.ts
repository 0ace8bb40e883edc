import { expect, test, vi } from "vitest";
import { type Asking, answering } from "#lib/access/asking";
import { textStream } from "#lib/exports/text-stream";

const ask = (): Asking => ({ id: "reference-1", isRead: false, personId: null });

async function* cutShort() {
  yield "position\r\n";
  throw new Error("the database went away");
}

async function* whole() {
  yield "position\r\n";
}

test("an export that fails when it has begun is cut off, and its request has failed under its reference", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const asking = ask();
  const body = answering(asking, () => textStream(cutShort()));
  await expect(new Response(body).text()).rejects.toThrow("the database went away");
  expect(asking.hasFailed).toBe(true);
  expect(said.mock.calls).toEqual([[expect.stringContaining("reference reference-1"), expect.any(Error)]]);
  said.mockRestore();
});

test("one that ends, or that nobody listens to any more, has not failed", async () => {
  const asking = ask();
  expect(await new Response(answering(asking, () => textStream(whole()))).text()).toBe("position\r\n");
  await answering(asking, () => textStream(whole())).cancel();
  expect(asking.hasFailed).toBeUndefined();
});
