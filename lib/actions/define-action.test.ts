import { expect, test } from "vitest";
import { z } from "zod";
import { definePublicAction } from "#lib/actions/define-action";

const action = definePublicAction(z.object({ words: z.string("Write something.") }), async ({ words }) => words);

test.each([undefined, null, "words", ["words"], { words: "x" }])(
  "an action called with %j is refused",
  async (sent) => {
    expect(await action(null, sent as unknown as FormData)).toMatchObject({ ok: false, code: "INVALID", typed: {} });
  },
);

test("an action called with a form is done", async () => {
  const form = new FormData();
  form.set("words", "hello");
  expect(await action(null, form)).toEqual({ ok: true, value: "hello" });
});
