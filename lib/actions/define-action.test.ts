import { expect, test } from "vitest";
import { z } from "zod";
import { definePublicAction } from "#lib/actions/define-action";
import { typedWords } from "#lib/rules/typed-words";

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

test("a character that cannot be kept is refused where reading the form leaves it, and is dropped from words", async () => {
  const asTyped = definePublicAction(z.object({ words: z.string() }), async ({ words }) => words);
  const cleaned = definePublicAction(z.object({ words: z.string().transform(typedWords) }), async ({ words }) => words);
  const form = (words: string) => {
    const filled = new FormData();
    filled.set("words", words);
    return filled;
  };
  const refused = { ok: false, code: "INVALID", fields: { words: expect.stringContaining("cannot be kept") } };
  expect(await asTyped(null, form("two\0late"))).toMatchObject(refused);
  expect(await cleaned(null, form("two\0late"))).toEqual({ ok: true, value: "twolate" });
});

test.each([
  ["BUSY", "Somebody else is changing this just now", { code: "55P03", severity: "ERROR" }],
  ["BUSY", "took too long", { code: "57014", severity: "ERROR" }],
  ["UNAVAILABLE", "cannot reach its database just now, so this may not have been saved", { code: "ECONNREFUSED" }],
])("a database that is %s is said in words, and what was typed comes back", async (code, words, failure) => {
  const failing = definePublicAction(z.object({ words: z.string() }), async () => {
    throw Object.assign(new Error("failed"), failure);
  });
  const form = new FormData();
  form.set("words", "an hour of work");
  expect(await failing(null, form)).toMatchObject({
    ok: false,
    code,
    message: expect.stringContaining(words),
    typed: { words: "an hour of work" },
  });
});

test("an error of ours is not caught", async () => {
  const failing = definePublicAction(z.object({}), async () => {
    throw new Error("ours");
  });
  await expect(failing(null, new FormData())).rejects.toThrow("ours");
});
