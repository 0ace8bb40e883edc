import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { browseAs, formOf } from "#lib/testing/browser";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;
const { record, submit } = commented(() => world, database);

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
const look = async (): Promise<PasteReview> => {
  const answer = await send({});
  return (answer as { value: { review: PasteReview } }).value.review;
};
const values = async () =>
  (await database.asOwner("select value from actual where month = '2013-12-01' order by value")).map(({ value }) =>
    Number(value),
  );

describe("a block over a figure that others rely on", () => {
  test("says in its review of which figures a reason is asked", async () => {
    expect((await look()).asksReason).toEqual(["2.3"]);
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
    const { groups } = await listEntries(world.actors.auditor, { verb: "actual.paste" }, null, 1);
    expect(sentenceText(groups[0]!.headline)).toContain("Two late cases came in.");
  });
});
