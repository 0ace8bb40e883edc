import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { takeBackActualsAction } from "#lib/actuals/actions";
import type { RecordActual } from "#lib/actuals/inputs";
import { pasteActuals } from "#lib/actuals/paste-actuals";
import { getPaste } from "#lib/actuals/pasted-rows";
import { recordActual } from "#lib/actuals/record-actual";
import { listEntries } from "#lib/history/list-entries";
import { listOpened } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { nothingTyped } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";
import { browseAs, formOf } from "#lib/testing/browser";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

type Who = keyof World["actors"];
type Fields = Record<string, string>;

const send = async (who: Who, block: string, fields: Fields = {}): Promise<Result<Pasted>> => {
  await browseAs(world.actors[who].token);
  const start = who === "otherLead" ? world.indicators["4.3"] : world.indicators["2.3"];
  return pasteActualsAction(null, formOf({ month: "2013-12", start, block, ...fields }));
};

const reviewIn = (answer: Result<Pasted>): PasteReview =>
  (answer.ok ? (answer.value as { review: PasteReview }) : (answer.details as { review: PasteReview })).review;
const look = async (who: Who, block: string, fields: Fields = {}) => reviewIn(await send(who, block, fields));

/** Looks at a block and records it, as its form does. */
async function paste(who: Who, block: string, fields: Fields = {}) {
  const { seen, request } = await look(who, block, fields);
  return send(who, block, { seen, request, does: "record", ...fields });
}
const actionIn = (answer: Result<Pasted>) => {
  expect(answer).toMatchObject({ ok: true });
  return /pasted=([0-9a-f-]{36})$/.exec((answer as { value: { next: string } }).value.next)![1]!;
};

const rows = ({ cells }: PasteReview) =>
  cells.map(({ name, as, was, becomes }) => `${name} ${as}: ${was ?? "nobody knows"} -> ${becomes}`);

const stored = async (ref: keyof World["indicators"], month: Month = "2013-12") =>
  database.withWords(
    (
      await database.asOwner("select * from actual where indicator_id = $1 and month = $2", [
        world.indicators[ref],
        `${month}-01`,
      ])
    )[0],
  );

const newest = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group && { said: sentenceText(group.headline), total: group.total, verb: group.entry.verb };
};
const count = async () => (await database.asOwner("select count(*)::int as n from audit.entry"))[0]!.n;

describe("a block that is looked at", () => {
  test("says of each cell what would become of it, and writes nothing", async () => {
    const before = await count();
    const block =
      "PI ref\tNov-13\tDec-13\tJan-14\tFeb-14\n2.3\t60\t68\t7x\t\n2.5\t\tn/a\t4\t5\n4.3\t\t30\t\t\n9.9\t\t1\t\t\n";
    const review = await look("lead", block);
    expect(rows(review)).toEqual([
      "2.3 refused: 63 -> “60”",
      "2.3 new: no figure -> 68",
      "2.3 refused: no figure -> “7x”",
      "2.3 blank: no figure -> “”",
      "2.5 blank: 5 -> “”",
      "2.5 asked: no figure -> “n/a”",
      "2.5 new: no figure -> 4",
      "2.5 refused: no figure -> “5”",
      "4.3 blank: 30.3 -> “”",
      "4.3 refused: no figure -> “30”",
      "4.3 blank: no figure -> “”",
      "4.3 blank: no figure -> “”",
      "9.9 blank: nobody knows -> “”",
      "9.9 refused: nobody knows -> “1”",
      "9.9 blank: nobody knows -> “”",
      "9.9 blank: nobody knows -> “”",
    ]);
    expect(review.cells.flatMap(({ message }) => message ?? [])).toEqual([
      "November 2013 is closed, so its figures are locked.",
      expect.stringContaining("“7x” is not a figure."),
      "Is “n/a” not available [x] or not applicable [z]?",
      "February 2014 has not been opened. The performance officer opens a month.",
      "4.3 is recorded by the Workforce team, and you do not lead it.",
      "“9.9” is no ref of this scorecard.",
    ]);
    expect(await count()).toEqual(before);
  });

  test("asks of a 1 among fractions whether it is the whole, whatever is answered of the others", async () => {
    const asked = ({ cells }: PasteReview) => cells.map(({ as, offers }) => [as, offers.map(({ value }) => value)]);
    const block = "PI ref\tDec-13\tJan-14\n2.3\t0.7\t1\n";
    expect(asked(await look("lead", block))).toEqual([
      ["asked", ["70"]],
      ["asked", ["1", "100"]],
    ]);
    expect(asked(await look("lead", block, { "answer.0": "70" }))).toEqual([
      ["new", ["70"]],
      ["asked", ["1", "100"]],
    ]);
    expect(asked(await look("lead", block.replace("0.7", "7")))).toEqual([
      ["new", []],
      ["new", []],
    ]);
  });

  test("names what has no row below it, and what stands twice", async () => {
    const review = await look("lead", "68\n4\n5\n");
    expect(review.cells[2]).toMatchObject({ name: "Row 3", as: "refused" });
    expect(review.cells[2]?.message).toBe("There is no row for it: the return ends with 2.5.");
    const twice = await look("lead", "2.3\t68\n2.5\t4\n2.3\t69\n");
    expect(twice.cells.map(({ as }) => as)).toEqual(["refused", "new", "refused"]);
    expect(twice.cells[0]?.message).toBe("2.3 for December 2013 stands more than once in this block.");
  });

  test("along a row is turned when it is asked for", async () => {
    const review = await look("lead", "68\t4");
    expect(review).toMatchObject({ mayTurn: true, isTurned: false });
    const turned = await look("lead", "68\t4", { does: "turn" });
    expect(rows(turned)).toEqual(["2.3 new: no figure -> 68", "2.5 new: no figure -> 4"]);
    expect(await look("lead", "68\t4", { does: "turn", turned: "on" })).toMatchObject({ isTurned: false });
  });

  test("that is too long, or blank, or of nobody's return is refused whole, and kept", async () => {
    const long = "68\n".repeat(2001);
    expect(await send("lead", long)).toMatchObject({
      code: "INVALID",
      fields: { block: expect.stringContaining("This block has 2,001 cells") },
      typed: { block: long },
    });
    const longer = await send("lead", "x".repeat(200_001));
    expect(longer).toMatchObject({ fields: { block: expect.stringContaining("This has 200,001 characters") } });
    expect(await send("lead", " \n")).toMatchObject({ code: "INVALID", message: "Paste the figures here first." });
    const start = world.indicators["4.3"];
    expect(await send("lead", "68", { start })).toMatchObject({ code: "NOT_FOUND" });
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    for (const does of ["look", "record"]) {
      expect(await send(who, "68\n4", { does })).toMatchObject({ ok: false, code: "WRONG_ROLE" });
    }
    const [entry] = await database.asOwner("select verb, operation, person from audit.entry order by position desc");
    expect(entry).toEqual({ verb: "actual.paste", operation: "refused", person: world.people[who] });
  });
});

describe("a block that is recorded", () => {
  let first: string;

  test("is one action in the trail, with each figure in it", async () => {
    const block = '2.3\t68\t"seen within\nten days"\r\n2.5\t[x]\t"not counted, says the ""QA"" team"\r\n';
    first = actionIn(await paste("lead", block, { reason: "From the ward’s own sheet." }));
    expect(await stored("2.3")).toMatchObject({ value: "68", note: "seen within\nten days", version: 1 });
    expect(await stored("2.5")).toMatchObject({ missing: "x", note: 'not counted, says the "QA" team' });
    const entries = await database.asOwner("select verb, operation, person from audit.entry where action = $1", [
      first,
    ]);
    const created = { verb: "actual.paste", operation: "created", person: world.people.lead };
    expect(entries).toEqual([created, created]);
    expect(await newest()).toEqual({
      said: "The lead pasted 2 figures. Reason: From the ward’s own sheet.",
      total: 2,
      verb: "actual.paste",
    });
  });

  test("changes only what differs, and says the old beside the new", async () => {
    const review = await look("lead", "68.0\n3\n");
    expect(rows(review)).toEqual(["2.3 unchanged: 68 -> “68.0”", "2.5 changed: not available -> 3"]);
    const action = actionIn(await paste("lead", "68.0\n3\n"));
    expect(await database.asOwner("select indicator from audit.entry where action = $1", [action])).toHaveLength(1);
    expect(await stored("2.3")).toMatchObject({ version: 1 });
    expect((await newest())?.said).toContain("The lead pasted 2.5 for December 2013: not available → 3");
  });

  test("waits until what cannot be recorded is left out, and what is asked is answered", async () => {
    const block = "71\nn/a\n5\n";
    const refused = await paste("lead", block);
    expect(refused).toMatchObject({
      code: "INVALID",
      fields: {
        leave: "Leave out the cell that cannot be recorded, or change the block.",
        "answer.1": "Say what is meant for 2.5, December 2013, or leave it out.",
      },
    });
    expect(await stored("2.3")).toMatchObject({ value: "68" });
    expect(await paste("lead", block, { leave: "on", "answer.1": "[c]" })).toMatchObject({ code: "INVALID" });
    const answered = { leave: "on", "answer.1": "[z]", "out.0": "on" };
    expect(reviewIn(await send("lead", block, answered)).cells).toMatchObject([
      { as: "changed", isLeftOut: true },
      { as: "changed", becomes: "not applicable", answer: "[z]", offers: [{ value: "[x]" }, { value: "[z]" }] },
      { as: "refused" },
    ]);
    actionIn(await paste("lead", block, answered));
    expect([await stored("2.3"), await stored("2.5")]).toMatchObject([{ value: "68" }, { missing: "z" }]);
    expect((await newest())?.said).toContain("answered 2.5 for December 2013: not applicable [z].");
    expect(await paste("lead", "68", {})).toMatchObject({ message: "There is nothing to record in this block." });
  });

  test("says of each figure only what was answered of it", async () => {
    actionIn(await paste("lead", "PI ref\tJan-14\n2.3\t66\n2.5\tn/a\n", { "answer.1": "[z]" }));
    const said = "Reason: Asked what was meant, and answered 2.5 for January 2014: not applicable [z].";
    expect((await newest())?.said).toBe(`The lead pasted 2 figures. ${said}`);
    const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
    const opened = await listOpened(world.actors.auditor, group!.position);
    const lines = opened.map(({ sentence }) => sentenceText(sentence));
    expect(lines.filter((line) => line.includes("2.3 for")).join()).not.toContain("Reason");
    expect(lines.filter((line) => line.includes("pasted 2.5 for")).join()).toContain(said);
  });

  test("goes into several open months at once", async () => {
    actionIn(await paste("lead", "PI ref\tDec 2013\t2014-01\n2.3\t72\t73\n2.5\t\t2\n"));
    expect([await stored("2.3"), await stored("2.3", "2014-01"), await stored("2.5", "2014-01")]).toMatchObject([
      { value: "72" },
      { value: "73" },
      { value: "2" },
    ]);
  });

  test("over what somebody changed meanwhile is refused whole, with both values, and nothing is lost", async () => {
    const block = "74\n1\n";
    const { seen, request } = await look("lead", block);
    const { version } = (await stored("2.3")) as { version: number };
    await recordActual(world.actors.secondLead, {
      indicatorId: world.indicators["2.3"],
      month: "2013-12",
      seen: version,
      typed: { ...nothingTyped, value: "75" },
    });
    const refused = await send("lead", block, { seen, request, does: "record", "out.9": "on" });
    expect(refused).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^2\.3 for December 2013 was changed to 75 by The secondLead .*\(72\)\. Yours was 74\.$/,
      ),
    });
    expect([await stored("2.3"), await stored("2.5")]).toMatchObject([{ value: "75" }, { missing: "z" }]);
    expect(rows(reviewIn(refused))).toEqual(["2.3 changed: 75 -> 74", "2.5 changed: not applicable -> 1"]);
    const again = reviewIn(refused);
    actionIn(await send("lead", block, { seen: again.seen, request: again.request, does: "record" }));
    expect([await stored("2.3"), await stored("2.5")]).toMatchObject([{ value: "74" }, { value: "1" }]);
  });

  test("sent twice is done once, and with other choices leads to what was recorded, to be taken back", async () => {
    const { seen, request } = await look("lead", "76\n1\n");
    const sent = { seen, request, does: "record" };
    const action = actionIn(await send("lead", "76\n1\n", sent));
    expect(actionIn(await send("lead", "76\n1\n", sent))).toBe(action);
    const again = await send("lead", "76\n1\n", { ...sent, "out.1": "on" });
    expect(again).toEqual({ ok: true, value: { next: `/returns/2013-12?pasted=${action}&again=1` } });
    expect([await stored("2.3"), await stored("2.5")]).toMatchObject([{ value: "76" }, { value: "1" }]);
    expect(await getPaste(world.actors.lead, action)).toMatchObject({ refs: ["2.3"], standing: 1 });
  });

  test("without what was looked at is looked at again first", async () => {
    expect(await send("lead", "79\n1\n", { does: "record", seen: "not it" })).toMatchObject({ code: "INVALID" });
  });

  test("is taken back as one, by an act of its own, where nobody has changed it since", async () => {
    actionIn(await paste("lead", "76\tWords that stood before\n1\t\n"));
    const pasted = actionIn(await paste("lead", "80\tOther words\n[x]\t\n"));
    const { version } = (await stored("2.5")) as { version: number };
    await recordActual(world.actors.secondLead, {
      indicatorId: world.indicators["2.5"],
      month: "2013-12",
      seen: version,
      typed: { ...nothingTyped, value: "9" },
    });
    await browseAs(world.actors.secondLead.token);
    const takeBack = (action: string, request = randomUUID()) =>
      takeBackActualsAction(null, formOf({ action, month: "2013-12", request }));
    expect(await takeBack(pasted)).toEqual({ ok: true, value: { next: `/returns/2013-12?pasted=${pasted}` } });
    expect([await stored("2.3"), await stored("2.5")]).toMatchObject([
      { value: "76", note: "Words that stood before" },
      { value: "9" },
    ]);
    expect(await newest()).toMatchObject({
      verb: "actual.take_back",
      said: expect.stringContaining("The secondLead took back the paste of 2.3 for December 2013: 80"),
    });
    expect(await takeBack(pasted)).toMatchObject({
      code: "WRONG_STATE",
      message: "This paste was taken back already.",
    });
    expect(await takeBack(randomUUID())).toMatchObject({ code: "NOT_FOUND" });
    const ofOther = await pasteActuals(world.actors.otherLead, [given("4.3", "20.5")]);
    expect(await takeBack(ofOther!)).toMatchObject({ code: "WRONG_SCOPE" });
    const [recorded] = await database.asOwner("select action from audit.entry where verb = 'actual.record' limit 1");
    expect(await takeBack(String(recorded?.action))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("where nothing stood before, is taken back to nothing", async () => {
    const cells = [given("2.3", "70", "2014-03"), given("2.5", "5", "2014-03")];
    await database.asOwner(`do $$ begin perform audit.begin_operator('open');
      insert into scorecard_month (scorecard_id, month) values ('${world.scorecard.id}', '2014-03-01'); end $$`);
    const pasted = await pasteActuals(world.actors.lead, cells);
    await browseAs(world.actors.lead.token);
    const done = await takeBackActualsAction(null, formOf({ action: pasted!, month: "2014-03" }));
    expect(done).toMatchObject({ ok: true });
    expect([await stored("2.3", "2014-03"), await stored("2.5", "2014-03")]).toMatchObject([
      { value: null, missing: null, version: 2 },
      { value: null, missing: null, version: 2 },
    ]);
    expect((await newest())?.said).toBe("The lead took back a paste of 2 figures");
  });
});

const given = (ref: keyof World["indicators"], value: string, month: Month = "2013-12"): RecordActual => ({
  indicatorId: world.indicators[ref],
  month,
  seen: 0,
  typed: { ...nothingTyped, value },
});

describe("the verb itself", () => {
  test.each([
    ["another team's", "lead", "4.3", "2014-01", "WRONG_SCOPE"],
    ["a closed month's", "lead", "2.3", "2013-11", "MONTH_CLOSED"],
    ["a month's that is not open", "lead", "2.3", "2014-02", "MONTH_NOT_OPEN"],
  ] as const)("takes no figure of %s, and then none at all", async (_what, who, ref, month, code) => {
    const cells = [given("2.5", "5", "2014-03"), given(ref, "1", month)];
    cells[0]!.seen = 2;
    await expect(pasteActuals(world.actors[who], cells)).rejects.toMatchObject({ code });
    expect(await stored("2.5", "2014-03")).toMatchObject({ value: null, version: 2 });
  });

  test("takes none of another organisation", async () => {
    const neighbour = await makeNeighbour(database);
    await expect(pasteActuals(neighbour.actors.lead, [given("2.3", "1")])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
