import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database as read } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { operator } from "#lib/access/actor";
import { findCells } from "#lib/actuals/lock-cell";
import { recordActual } from "#lib/actuals/record-actual";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { nothingTyped, type TypedActual } from "#lib/rules/actual";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const record = (
  who: keyof World["actors"],
  ref: keyof World["indicators"],
  typed: Partial<TypedActual>,
  { month = "2013-12" as Month, seen = 0, request = undefined as FormRequest | undefined } = {},
) =>
  recordActual(
    world.actors[who],
    { indicatorId: world.indicators[ref], month, seen, typed: { ...nothingTyped, ...typed } },
    request,
  );

const stored = async (ref: keyof World["indicators"], month: Month = "2013-12") =>
  database.withWords(
    (
      await database.asOwner("select * from actual where indicator_id = $1 and month = $2", [
        world.indicators[ref],
        `${month}-01`,
      ])
    )[0],
  );

const newestEntry = async () => (await database.asOwner("select * from audit.entry order by position desc limit 1"))[0];

describe("recording an actual", () => {
  test("keeps the figure and enters who gave it", async () => {
    const saved = await record("lead", "2.3", { value: " 68% ", note: "two late cases", provisional: true });
    expect(saved).toMatchObject({ version: 1, content: { value: "68", provisional: true }, savedBy: "The lead" });
    expect(await stored("2.3")).toMatchObject({
      value: "68",
      note: "two late cases",
      provisional: true,
      missing: null,
    });
    expect(await newestEntry()).toMatchObject({
      verb: "actual.record",
      operation: "created",
      person: world.people.lead,
      indicator: world.indicators["2.3"],
      team: world.teams.assessment,
      after: { value: 68 },
    });
  });

  test("over the version that was seen changes it, and the trail keeps what it said before", async () => {
    const saved = await record("lead", "2.3", { numerator: "33", denominator: "50" }, { seen: 1 });
    expect(saved).toMatchObject({ version: 2, content: { value: "66", numerator: "33", denominator: "50" } });
    expect(await newestEntry()).toMatchObject({ operation: "changed", before: { value: 68 }, after: { value: 66 } });
  });

  test("can be a reason why there is no figure", async () => {
    await record("lead", "2.5", { missing: "x", note: "the system was down" });
    expect(await stored("2.5")).toMatchObject({ value: null, missing: "x", note: "the system was down" });
    await record("lead", "2.5", { value: "0" }, { seen: 1 });
    expect(await stored("2.5")).toMatchObject({ value: "0", missing: null, note: null });
  });

  test("of the same again changes nothing and enters nothing", async () => {
    const before = await newestEntry();
    expect(await record("lead", "2.5", { value: "0" }, { seen: 2 })).toMatchObject({ version: 2 });
    expect(await newestEntry()).toEqual(before);
  });

  test.each([
    ["2.3", "6 8", "“6 8” is not a figure. Type a percentage from 0 to 100, whole numbers."],
    ["2.3", "101", "“101” is over 100, and a percentage cannot be."],
    ["2.3", "-1", "“-1” is below zero, and a percentage cannot be negative."],
    ["2.3", "68.5", "“68.5” has more decimals than this indicator keeps."],
    ["2.5", "four", "“four” is not a figure. Type a count of 0 or more, whole numbers."],
    ["2.5", "", "Blank is not zero."],
  ] as const)("%s refuses %j with its own sentence", async (ref, value, message) => {
    const before = await stored(ref);
    await expect(record("lead", ref, { value }, { seen: 2 })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(message),
      fields: { value: expect.stringContaining(message) },
    });
    expect(await stored(ref)).toEqual(before);
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(record(who, "2.3", { value: "1" }, { seen: 2 })).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newestEntry()).toMatchObject({
      operation: "refused",
      verb: "actual.record",
      person: world.people[who],
      indicator: world.indicators["2.3"],
    });
  });

  test("is not for another team's lead", async () => {
    await expect(record("otherLead", "2.3", { value: "1" }, { seen: 2 })).rejects.toMatchObject({
      code: "WRONG_SCOPE",
      message: "2.3 is recorded by the Assessment team, and you do not lead it.",
    });
    expect(await newestEntry()).toMatchObject({ operation: "refused", person: world.people.otherLead });
    expect(await stored("2.3")).toMatchObject({ value: "66" });
  });

  test("waits for the month to be open, and ends with its close", async () => {
    await expect(record("lead", "2.3", { value: "1" }, { month: "2013-11", seen: 1 })).rejects.toMatchObject({
      code: "MONTH_CLOSED",
      message: "November 2013 is closed, so its figures are locked.",
    });
    expect(await newestEntry()).toMatchObject({ operation: "refused", verb: "actual.record" });
    await expect(record("lead", "2.3", { value: "1" }, { month: "2014-02" })).rejects.toMatchObject({
      code: "MONTH_NOT_OPEN",
    });
    expect(await stored("2.3", "2013-11")).toMatchObject({ value: "63" });
  });

  test("of an indicator that is not there, or was not yet, is refused", async () => {
    await expect(
      recordActual(world.actors.lead, { indicatorId: randomUUID(), month: "2013-12", seen: 0, typed: nothingTyped }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(record("lead", "2.3", { value: "1" }, { month: "2013-08" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("over a version that somebody changed is refused with both values, and neither is lost", async () => {
    await record("secondLead", "2.3", { value: "70" }, { seen: 2 });
    await expect(record("lead", "2.3", { value: "67" }, { seen: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^2\.3 for December 2013 was changed to 70 by The secondLead at \d\d:\d\d, after you opened it \(66 \(33 of 50\)\)\. Yours was 67\.$/,
      ),
      details: { theirs: { version: 3, content: { value: "70" } } },
    });
    expect(await stored("2.3")).toMatchObject({ value: "70", version: 3 });
    expect(await newestEntry()).toMatchObject({ operation: "refused", person: world.people.lead });
    // In another window, or after an answer that was lost.
    await expect(record("secondLead", "2.3", { value: "71" }, { seen: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("was changed to 70 by yourself at"),
    });
  });

  test("by two first writers at once is a conflict for one of them", async () => {
    const answers = await Promise.allSettled([
      record("lead", "2.3", { value: "71" }, { month: "2014-01" }),
      record("secondLead", "2.3", { value: "72" }, { month: "2014-01" }),
    ]);
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("after you opened it (no figure)"),
    });
    expect(await stored("2.3", "2014-01")).toMatchObject({ version: 1 });
  });

  test("sent twice is done once, and the same request with other words is refused", async () => {
    const request = { id: randomUUID(), digest: "first" };
    await record("lead", "2.5", { value: "3" }, { month: "2014-01", request });
    expect(await record("lead", "2.5", { value: "3" }, { month: "2014-01", request })).toBeUndefined();
    await expect(
      record("lead", "2.5", { value: "4" }, { month: "2014-01", request: { ...request, digest: "other" } }),
    ).rejects.toMatchObject({ code: "REQUEST_REUSED" });
    expect(await stored("2.5", "2014-01")).toMatchObject({ value: "3", version: 1 });
  });

  test("waits for a month that is being closed, and is then refused", async () => {
    let isClosing = () => {};
    const closing = new Promise<void>((resolve) => {
      isClosing = resolve;
    });
    const close = perform(operator(database.ownerUrl, "closing"), "operator.change", async (tx) => {
      await tx.execute("select 1 from scorecard_month where month = '2014-01-01' for update");
      isClosing();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await tx.execute("update scorecard_month set closed_at = now() where month = '2014-01-01'");
    });
    await closing;
    await expect(record("lead", "2.5", { value: "5" }, { month: "2014-01", seen: 1 })).rejects.toMatchObject({
      code: "MONTH_CLOSED",
    });
    await close;
  });

  test("that can hardly be meant is asked about once, and the trail keeps that it is", async () => {
    const asked = (offers: string[]) => ({ code: "INVALID", details: { offers } });
    await expect(record("otherLead", "4.3", { value: "0.3" })).rejects.toMatchObject(asked(["0.3", "30"]));
    await expect(record("otherLead", "4.3", { value: "0.3", sure: "0.4" })).rejects.toMatchObject(asked(["0.3", "30"]));
    await record("otherLead", "4.3", { value: "0.3", sure: "0.3" });
    const [action] = await database.asOwner(
      "select * from audit.action where verb = 'actual.record' order by begun_at desc limit 1",
    );
    expect(await database.withWords(action)).toMatchObject({ reason: "Asked what was meant, and answered 0.3." });
    await record("otherLead", "4.3", { value: "0.3", note: "As counted." }, { seen: 1 });
    const seen = Number((await stored("2.5"))?.version ?? 0);
    await expect(record("lead", "2.5", { value: "50" }, { seen })).rejects.toMatchObject(asked(["50"]));
    await record("lead", "2.5", { value: "49" }, { seen });
  });

  test("is beside the figure before of twelve months back at most", async () => {
    const { indicators, actors } = world;
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('a figure long before'); insert into actual (indicator_id, month, value) values ('${indicators["2.3"]}', '2029-01-01', 5); end $$`,
    );
    const previousIn = async (month: Month) => {
      const [cell] = (await findCells(read(), actors.lead, [{ indicatorId: indicators["2.3"], month }])).values();
      return cell?.previous;
    };
    expect(await previousIn("2029-02")).toBe("5");
    expect(await previousIn("2030-01")).toBe("5");
    expect(await previousIn("2030-02")).toBeNull();
  });

  test("of what is not due is refused", async () => {
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('quarterly from now on'); insert into due_rule (indicator_id, from_month, every) values ('${world.indicators["4.3"]}', '2013-11-01', 3); end $$`,
    );
    await expect(record("otherLead", "4.3", { value: "30.1" })).rejects.toMatchObject({
      code: "NOT_DUE",
      message:
        "4.3 is not due for December 2013: it is due every three months from November 2013, next in February 2014.",
    });
  });
});
