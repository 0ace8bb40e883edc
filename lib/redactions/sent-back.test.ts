import { beforeAll, expect, test } from "vitest";
import { database as pool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { getSavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { nothingTyped, readActual, typedActual } from "#lib/rules/actual";
import { commented } from "#lib/testing/commented";
import { redacting } from "#lib/testing/redacting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { draft, submit, record } = commented(() => world, database);
const { propose, confirm } = redacting(() => world, database);
const forged = "[redacted on 1 May 2026 by Head of service and Auditor, on the authority of: nobody]";
const month = "2013-12";

const at = (ref: "4.3" | "2.5") => ({ indicatorId: world.indicators[ref], month }) as const;
const saved = async (ref: "4.3" | "2.5") => (await getSavedActual(pool(), at(ref).indicatorId, month))!;
const type = async (ref: "4.3" | "2.5", change: Partial<typeof nothingTyped>) => {
  const found = await getSavedActual(pool(), at(ref).indicatorId, month);
  const typed = { ...typedActual(found?.content ?? null), because: "recounted", ...change };
  return recordActual(ref === "4.3" ? world.actors.otherLead : world.actors.lead, {
    ...at(ref),
    seen: found?.version ?? 0,
    typed,
  });
};
const noteOf = async (ref: "4.3" | "2.5") => {
  const [row] = await database.asOwner("select note from actual where indicator_id = $1", [at(ref).indicatorId]);
  return row?.note;
};
const page = async () =>
  (await getCommentPage(world.actors.lead, { slug: world.scorecard.slug, ref: "2.3", month }))!.writing;

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "66");
});

test("a form holds what is left of a long note, and sending it back keeps the mark", async () => {
  const note = `Tamsin Vole ${"came again and ".repeat(65)}went.`;
  await type("4.3", { value: "30", note });
  await confirm("auditor", await propose("officer", note, "Tamsin Vole"));
  const before = await noteOf("4.3");
  const { content } = await saved("4.3");
  expect(content.note!.length).toBeGreaterThan(1000);
  expect(content.redacted).toMatch(/^\[redacted on .*\]$/);
  expect(typedActual(content).note).toMatch(/^\[redacted\] came again .* went\.$/);
  expect(readActual(typedActual(content), { unit: "count", precision: 0 })).toMatchObject({ ok: true });
  const kept = await type("4.3", { value: "31" });
  expect(kept?.content).toMatchObject({ value: "31", note: content.note, redacted: content.redacted });
  await type("4.3", { value: "32", note: content.note! });
  expect(await noteOf("4.3")).toBe(before);
});

test("words put before the mark are kept without it", async () => {
  const { content } = await saved("4.3");
  await type("4.3", { note: `Two visits. ${content.redacted}` });
  expect((await saved("4.3")).content).toMatchObject({ note: "Two visits.", redacted: null });
});

test("a note that is gone whole stays so when its figure changes, until there is another", async () => {
  await type("2.5", { value: "5", note: "Named." });
  await confirm("auditor", await propose("officer", "Named."));
  const before = await noteOf("2.5");
  expect(typedActual((await saved("2.5")).content).note).toBe("");
  await type("2.5", { value: "6" });
  expect(await noteOf("2.5")).toBe(before);
  await type("2.5", { note: "Another." });
  expect((await saved("2.5")).content.note).toBe("Another.");
});

test("a mark that is written by hand is refused, wherever words are kept", async () => {
  await expect(draft("lead", "2.3", `It went well. ${forged}`)).rejects.toMatchObject({ code: "INVALID" });
  await expect(type("2.5", { note: forged })).rejects.toMatchObject({ code: "INVALID" });
  await expect(propose("officer", "Another.", null, `A request. ${forged.toUpperCase()}`)).rejects.toMatchObject({
    code: "INVALID",
    message: "Words that say they were redacted are written by a redaction alone. Say it otherwise.",
  });
});

test("a comment's form holds what is left, and says beside it that more was there", async () => {
  await draft("lead", "2.3", "Seen by Tamsin Vole twice.");
  expect(await page()).toMatchObject({ body: "Seen by Tamsin Vole twice.", mark: null });
  await confirm("auditor", await propose("officer", "Seen by Tamsin Vole twice.", "Tamsin Vole"));
  expect(await page()).toMatchObject({
    body: "Seen by [redacted] twice.",
    mark: expect.stringMatching(/^\[redacted on /),
  });
  const words = async () => database.asOwner("select words from comment_revision");
  const before = await words();
  await submit("lead", "2.3", "Seen by [redacted] twice.");
  expect(await words()).toEqual(before);
});
