import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { clearActual } from "#lib/actuals/clear-actual";
import { recordActual } from "#lib/actuals/record-actual";
import { perform } from "#lib/audit/perform";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { getReturn, listReturns } from "#lib/returns/queries";
import { submitReturn, writeReturnSubmission } from "#lib/returns/submit-return";
import { nothingTyped } from "#lib/rules/actual";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { place, view, handIn } = inReturns(() => world, database);
const { newest, open } = inMonths(() => world, database);
const { record, draft, submit, approve, giveBack, cell } = commented(() => world, database);
const written = bySql(database, () => world);
const december = "2013-12";

beforeAll(async () => {
  world = await makeWorld(database);
});

const stops = async () =>
  (await view(december)).cells.flatMap(({ ref, stops: own }) => own.map(({ words }) => `${ref}: ${words}`));
const submissions = () => database.asOwner("select * from return_submission");

describe("what stops a return", () => {
  test("is each due figure that nobody gave or explained, and each required comment without words", async () => {
    const nothing = "no figure, and no reason why there is none";
    expect(await stops()).toEqual([`2.3: ${nothing}`, `2.5: ${nothing}`]);
    await record("2.3", "68");
    expect(await stops()).toEqual([
      "2.3: no comment was written, and one is required: the grade is Adequate, the milestone is missed, the grade changed from Inadequate since last month",
      `2.5: ${nothing}`,
    ]);
    await expect(handIn("lead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^The return for December 2013 is not submitted: 2 things stop it\. 2\.3: no comment/,
      ),
    });
    expect(await submissions()).toEqual([]);
  });

  test("and a draft is words enough, a symbol a reason", async () => {
    await draft("lead", "2.3", "Two late cases.");
    const cellOf = { indicatorId: world.indicators["2.5"], month: december } as const;
    await recordActual(world.actors.lead, { ...cellOf, seen: 0, typed: { ...nothingTyped, missing: "x" } });
    expect(await stops()).toEqual([]);
  });

  test("of who may not read drafts the same is asked of what was submitted", async () => {
    const seen = await view(december, "head");
    expect(seen.drafts).toEqual([]);
    expect(seen.cells[0]).toMatchObject({ ref: "2.3", comment: "none" });
    expect((await view(december, "auditor")).drafts).toMatchObject([{ ref: "2.3" }]);
  });
});

describe("submitting a return", () => {
  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(handIn(who, december)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "return.submit", operation: "refused", person: world.people[who] });
  });

  test("nor for the lead of another team, and they are not told of it", async () => {
    await expect(handIn("otherLead", december)).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    expect(await view(december, "otherLead")).toBeNull();
  });

  test("is of an opened month in which something is asked", async () => {
    await expect(submitReturn(world.actors.lead, { ...place("2014-02"), seen: "0".repeat(16) })).rejects.toMatchObject({
      code: "MONTH_NOT_OPEN",
    });
    await expect(submitReturn(world.actors.lead, { ...place("2013-11"), seen: "0".repeat(16) })).rejects.toMatchObject({
      code: "MONTH_CLOSED",
    });
  });

  test("over other drafts than were seen is a conflict", async () => {
    const { seen } = await view(december);
    await draft("secondLead", "2.3", "Two cases were late.");
    await expect(submitReturn(world.actors.lead, { ...place(december), seen })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("They are now: 2.3."),
    });
    expect((await cell("2.3"))?.revisions.at(-1)?.submittedAt).toBeNull();
  });

  test("hands in no draft whose words are asked about: its writer answers where they are written", async () => {
    await draft("lead", "2.3", "Sarah was seen late.");
    await expect(handIn("lead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message:
        "The draft on 2.3 is asked about: “Sarah”. Open the comment and submit it there, with a change or a reason; nothing was submitted.",
    });
    expect(await submissions()).toEqual([]);
    await draft("lead", "2.3", "Two late cases.");
  });

  test("hands in its drafts with it, in one act that the trail tells", async () => {
    expect(await handIn("lead", december)).toEqual({ slug: "improvement", team: "assessment", month: december });
    const [revision] = (await cell("2.3"))!.revisions;
    expect(revision).toMatchObject({ submittedById: world.people.lead });
    expect(revision?.authors.map(({ name }) => name).toSorted()).toEqual(["The lead", "The secondLead"]);
    expect(await submissions()).toMatchObject([{ submitted_by: world.people.lead, team_id: world.teams.assessment }]);
    const { groups } = await listEntries(world.actors.head, { verb: "return.submit", outcome: "done" });
    expect(groups[0]).toMatchObject({ total: 2 });
    expect(sentenceText(groups[0]!.headline)).toBe(
      "The lead submitted the Assessment return for December 2013, Improvement scorecard",
    );
    expect((await view(december)).submission).toMatchObject({ submittedBy: "The lead", isReopened: false });
  });

  test("once", async () => {
    await expect(handIn("secondLead", december)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^The Assessment return for December 2013 was submitted by The lead at \d\d:\d\d\. Nothing more was done\.$/,
      ),
    });
  });
});

describe("a submitted return", () => {
  const locked = {
    code: "WRONG_STATE",
    message: expect.stringMatching(
      /^The Assessment return for December 2013 was submitted by The lead on .+, so it is locked\. Ask for it to be reopened\.$/,
    ),
  };

  test("is locked for its leads: figures and comments, in words, and the other team's is not", async () => {
    await expect(record("2.3", "70")).rejects.toMatchObject(locked);
    const clearing = {
      indicatorId: world.indicators["2.5"],
      month: december,
      seen: 1,
      because: "recounted",
      why: "",
    } as const;
    await expect(clearActual(world.actors.secondLead, clearing)).rejects.toMatchObject(locked);
    await expect(draft("lead", "2.3", "Other words.")).rejects.toMatchObject(locked);
    await expect(submit("leadAndHead", "2.5", "Words.")).rejects.toMatchObject(locked);
    const { id } = (await cell("2.3"))!.revisions[0]!;
    await expect(withdrawComment(world.actors.lead, { revisionId: id })).rejects.toMatchObject(locked);
    await record("4.3", "9");
    await record("2.3", "71", "2014-01");
  });

  test("says so in its rows and in the list", async () => {
    const { parts, returns } = await getReturn(world.actors.lead, december);
    expect(parts[0]?.rows.map(({ whyNot }) => whyNot)).toEqual([locked.message, locked.message]);
    expect(returns).toMatchObject([{ team: { name: "Assessment" }, due: 2, given: 1, explained: 1 }]);
    const list = await listReturns(world.actors.lead);
    expect(list.returns.map(({ month, returns: [one] }) => [month, one?.submission?.submittedBy])).toEqual([
      ["2014-01", undefined],
      ["2013-12", "The lead"],
      ["2013-11", undefined],
    ]);
  });

  test("is locked in the database too, whoever runs SQL by a lead's verbs", async () => {
    const figure = `update actual set value = 1 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'`;
    await expect(written("asApp", "lead", "actual.record", figure)).rejects.toMatchObject({ detail: "WRONG_STATE" });
    const revision = `update comment_revision set withdrawn_by = '${world.people.lead}' where indicator_id = '${world.indicators["2.3"]}'`;
    await expect(written("asApp", "lead", "comment.withdraw", revision)).rejects.toMatchObject({
      detail: "WRONG_STATE",
    });
    const again = (who: "lead" | "otherLead", month: string) =>
      written(
        "asApp",
        who,
        "return.submit",
        `insert into return_submission (scorecard_id, month, team_id, submitted_by)
         values ('${world.scorecard.id}', '${month}', '${world.teams.assessment}', '${world.people[who]}')`,
      );
    await expect(again("lead", "2013-12-01")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await expect(again("otherLead", "2014-01-01")).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await expect(again("lead", "2013-11-01")).rejects.toMatchObject({ detail: "MONTH_CLOSED" });
  });

  test("goes on to its head, and what comes back from them is its lead's again, that comment alone", async () => {
    const { id } = (await cell("2.3"))!.revisions[0]!;
    await giveBack("head", id, "Say which cases.");
    await expect(record("2.3", "70")).rejects.toMatchObject(locked);
    await expect(draft("lead", "2.5", "Other words.")).rejects.toMatchObject(locked);
    await draft("lead", "2.3", "Two cases were late: a school's.");
    const { revisionId } = (await submit("lead", "2.3", "Two cases were late: a school's holidays."))!;
    await withdrawComment(world.actors.lead, { revisionId });
    const again = (await submit("lead", "2.3", "Two cases were late, in a school's holidays."))!;
    await approve("head", "2.3", again.revisionId);
    await expect(draft("lead", "2.3", "More words.")).rejects.toMatchObject(locked);
  });
});

describe("submitting while others write", () => {
  test("waits for a save under way, and submits what it saved", async () => {
    const month = "2014-01";
    const cellOf = { indicatorId: world.indicators["2.5"], month } as const;
    await recordActual(world.actors.lead, { ...cellOf, seen: 0, typed: { ...nothingTyped, missing: "x" } });
    await record("2.3", "77", month);
    expect((await view(month)).cells.flatMap(({ stops: own }) => own)).toMatchObject([{ kind: "comment" }]);
    await draft("lead", "2.3", "A good month.", month);
    let isSaved = () => {};
    const saved = new Promise<void>((resolve) => {
      isSaved = resolve;
    });
    const save = perform(world.actors.secondLead, "actual.clear", async (tx) => {
      await tx.execute("select from scorecard_month where month = '2014-01-01' for share");
      await tx.execute(
        `update actual set missing = null, value = null where indicator_id = '${world.indicators["2.5"]}' and month = '2014-01-01'`,
      );
      isSaved();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await saved;
    await expect(handIn("lead", month)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("2.5: no figure"),
    });
    await save;
    await recordActual(world.actors.lead, { ...cellOf, seen: 2, typed: { ...nothingTyped, missing: "x" } });
  });

  test("twenty that save are each in it, or refused", async () => {
    const month = "2014-01";
    const { seen } = await view(month);
    const saves = Array.from({ length: 20 }, (_, index) =>
      recordActual(world.actors.secondLead, {
        indicatorId: world.indicators["2.3"],
        month,
        seen: index + 2,
        typed: { ...nothingTyped, value: String(60 + index), because: "recounted" },
      }),
    );
    const handingIn = perform(world.actors.lead, "return.submit", (tx, actor) =>
      writeReturnSubmission(tx, actor, { ...place(month), seen }),
    );
    const [handed, ...answers] = await Promise.allSettled([handingIn, ...saves]);
    expect(handed.status).toBe("fulfilled");
    const [after] = await database.asOwner(
      `select count(*)::int as n from audit.entry e where e.table_name = 'actual' and e.month = '2014-01-01' and e.operation <> 'refused' and e.team = $1
       and e.position > (select max(position) from audit.entry where verb = 'return.submit' and month = '2014-01-01' and operation = 'created')`,
      [world.teams.assessment],
    );
    expect(after).toEqual({ n: 0 });
    for (const answer of answers) {
      if (answer.status === "rejected") expect(["WRONG_STATE", "CONFLICT"]).toContain(answer.reason.code);
    }
  });

  test("and who waited for it is refused by the database, in words too, with or without a lock of their own", async () => {
    const month = "2014-02";
    await open("officer", month);
    const cellOf = { indicatorId: world.indicators["2.5"], month } as const;
    await recordActual(world.actors.lead, { ...cellOf, seen: 0, typed: { ...nothingTyped, missing: "x" } });
    await recordActual(world.actors.lead, {
      ...cellOf,
      indicatorId: world.indicators["2.3"],
      seen: 0,
      typed: { ...nothingTyped, missing: "x" },
    });
    const { seen } = await view(month);
    let isSubmitted = () => {};
    const submitted = new Promise<void>((resolve) => {
      isSubmitted = resolve;
    });
    const handingIn = perform(world.actors.lead, "return.submit", async (tx, actor) => {
      await writeReturnSubmission(tx, actor, { ...place(month), seen });
      isSubmitted();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await submitted;
    const refused = {
      code: "WRONG_STATE",
      message: "The Assessment return for February 2014 is submitted, so this is locked. Ask for it to be reopened.",
    };
    const [save, bare] = await Promise.allSettled([
      recordActual(world.actors.secondLead, { ...cellOf, seen: 1, typed: { ...nothingTyped, missing: "z" } }),
      written(
        "asApp",
        "secondLead",
        "actual.record",
        `update actual set missing = 'c' where indicator_id = '${cellOf.indicatorId}' and month = '${month}-01'`,
      ),
    ]);
    await handingIn;
    expect(save).toMatchObject({ status: "rejected", reason: refused });
    expect(bare).toMatchObject({ status: "rejected", reason: { message: refused.message } });
  });
});
