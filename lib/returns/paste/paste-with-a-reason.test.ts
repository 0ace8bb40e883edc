import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { takeBackActualsAction } from "#lib/actuals/actions";
import { getPaste } from "#lib/actuals/pasted-rows";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { dayName } from "#lib/rules/moment";
import { browseAs, formOf } from "#lib/testing/browser";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;
const { approve, record, submit } = commented(() => world, database);

/** 2.3 is explained by a comment that was submitted, 2.5 by nobody. */
beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.5", "4");
  await submit("lead", "2.3", "Five of seven were siblings.");
  await browseAs(world.actors.lead.token);
});

const send = async (fields: Record<string, string>): Promise<Result<Pasted>> =>
  pasteActualsAction(null, formOf({ month: "2013-12", start: world.indicators["2.3"], block: "70\n5\n", ...fields }));
const look = async (block = "70\n5\n"): Promise<PasteReview> => {
  const answer = await send({ block });
  return (answer as { value: { review: PasteReview } }).value.review;
};
const newestSentence = async (verb: "actual.paste" | "actual.take_back") =>
  sentenceText((await listEntries(world.actors.auditor, { verb }, null, 1)).groups[0]!.headline);
const values = async () =>
  (await database.asOwner("select value from actual where month = '2013-12-01' order by value")).map(({ value }) =>
    Number(value),
  );

describe("a block over a figure that others rely on", () => {
  test("says in its review of which figures a reason is asked", async () => {
    expect((await look()).asks).toEqual([
      { names: ["2.3 for December 2013"], why: "A comment that was submitted explains it." },
    ]);
  });

  test("is refused whole without one, at the one field for it", async () => {
    const { seen, request } = await look();
    const answer = await send({ seen, request, does: "record" });
    expect(answer).toMatchObject({
      ok: false,
      code: "INVALID",
      fields: { reason: expect.stringContaining("Say why") },
    });
    expect(answer).toMatchObject({ message: expect.stringContaining("68 becomes 70") });
    expect(await values()).toEqual([4, 68]);
  });

  test("is recorded with one, which the history keeps", async () => {
    const { seen, request } = await look();
    const answer = await send({ seen, request, does: "record", reason: "Two late cases came in." });
    expect(answer).toMatchObject({ ok: true });
    expect(await values()).toEqual([5, 70]);
    expect(await newestSentence("actual.paste")).toContain("Two late cases came in.");
  });

  test("says which approval lapses, and is recorded with a reason of the list", async () => {
    await approve("head", "2.3", (await submit("lead", "2.3", "Seven of ten."))!.revisionId);
    const lapses = `This makes the approval of ${dayName(new Date())} lapse.`;
    const { asks, seen, request } = await look("71\n");
    expect(asks).toEqual([{ names: ["2.3 for December 2013"], why: lapses }]);
    const record = { block: "71\n", seen, request, does: "record" };
    expect(await send({ ...record, because: "undone" })).toMatchObject({
      code: "INVALID",
      fields: { reason: expect.stringContaining(lapses) },
    });
    expect(await send({ ...record, because: "late", reason: "from Leeds" })).toMatchObject({ ok: true });
    expect(await newestSentence("actual.paste")).toContain("Late records came in: from Leeds");
  });

  test("is taken back with a reason alone where an approval would lapse, and says so before", async () => {
    await approve("head", "2.3", (await submit("lead", "2.3", "Seven of ten, once more."))!.revisionId);
    const [pasted] = await database.asOwner(
      "select id from audit.action where verb = 'actual.paste' and outcome = 'done' order by begun_at desc limit 1",
    );
    const action = String(pasted?.id);
    const lapses = `This makes the approval of ${dayName(new Date())} lapse.`;
    expect((await getPaste(world.actors.lead, action))?.asks).toEqual([{ names: ["2.3"], why: lapses }]);
    const takeBack = (reason = {}) => takeBackActualsAction(null, formOf({ action, month: "2013-12", ...reason }));
    expect(await takeBack()).toMatchObject({ code: "INVALID", fields: { because: expect.stringContaining(lapses) } });
    expect(await values()).toEqual([5, 71]);
    expect(await takeBack({ because: "mistyped" })).toMatchObject({ ok: true });
    expect(await values()).toEqual([5, 70]);
    expect(await newestSentence("actual.take_back")).toContain("It was typed wrongly");
  });
});
