import { beforeAll, describe, expect, test } from "vitest";
import { commentDecision } from "#db/schema/commentary";
import { useDatabase } from "#db/testing/use-database";
import { perform } from "#lib/audit/perform";
import { approveComment } from "#lib/commentary/approve-comment";
import { headView } from "#lib/commentary/reading/head-view";
import { submitComment } from "#lib/commentary/submit-comment";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, close, draft, giveBack, newestEntry, newestRefusal, record, seenCell, seenWords, submit } =
  commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

const view = async (ref: "2.3" | "2.5" | "4.3") => headView((await cell(ref))!);

describe("approving a comment", () => {
  test("is of exact words and of the exact figure and grade, and is entered", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Five of seven were siblings."))!;
    expect(await countWaiting(world.actors.head)).toBe(1);
    await approve("head", "2.3", revisionId);
    expect(await countWaiting(world.actors.head)).toBe(0);
    expect(await view("2.3")).toMatchObject({ state: { state: "approved" }, shown: { kind: "approved" } });
    expect(await newestEntry()).toMatchObject({
      verb: "comment.approve",
      person: world.people.head,
      team: world.teams.assessment,
      after: { kind: "approved", figure: 68, grade: 3, actual_version: 1, decided_by: world.people.head },
    });
  });

  test("is refused a second time, saying who did it", async () => {
    const revisionId = (await cell("2.3"))!.revisions[0]!.id;
    await expect(approve("head", "2.3", revisionId)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringMatching(
        /^Revision 1 of the comment on 2\.3 for December 2013 was approved by The head at \d\d:\d\d\. Nothing more was done\.$/,
      ),
    });
  });

  test("lapses when the figure changes, is back in the queue with the cause, and is given again without new words", async () => {
    const revisionId = (await cell("2.3"))!.revisions[0]!.id;
    await record("2.3", "70");
    expect(await view("2.3")).toMatchObject({
      state: { state: "lapsed", because: "68 became 70 after it was approved" },
      shown: { kind: "lapsed" },
    });
    expect(await countWaiting(world.actors.head)).toBe(1);
    await approve("head", "2.3", revisionId);
    expect(await view("2.3")).toMatchObject({ state: { state: "approved" } });
    expect(await countWaiting(world.actors.head)).toBe(0);
  });

  test("is refused when the figure is not the one that was read", async () => {
    const { revisionId } = (await submit("lead", "2.3", "New words."))!;
    const seen = await seenCell("2.3", "2013-12");
    await record("2.3", "66");
    await expect(approveComment(world.actors.head, { revisionId, seen })).rejects.toMatchObject({
      code: "CONFLICT",
      message:
        "2.3 for December 2013 was changed from 70 to 66 after you opened it. Read the comment beside it again; nothing was approved.",
    });
    expect(await newestRefusal()).toEqual({
      code: "CONFLICT",
      verb: "comment.approve",
      person: world.people.head,
      team: world.teams.assessment,
      indicator: world.indicators["2.3"],
      month: "2013-12",
    });
  });

  test("is refused when the grade on the screen is not the one it earns", async () => {
    const revisionId = (await cell("2.3"))!.revisions.at(-1)!.id;
    const seen = { ...(await seenCell("2.3", "2013-12")), grade: 2 };
    await expect(approveComment(world.actors.head, { revisionId, seen })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is refused when a newer revision was submitted meanwhile; a newer draft does not matter", async () => {
    const old = (await cell("2.3"))!.revisions.at(-1)!.id;
    await submit("secondLead", "2.3", "Newer words.");
    await expect(approve("head", "2.3", old)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^Revision 3 of .* was submitted by The secondLead at .*, in place of revision 2\./,
      ),
    });
    const newest = (await cell("2.3"))!.revisions.at(-1)!.id;
    await draft("lead", "2.3", "Still thinking.");
    await approve("head", "2.3", newest);
    expect(await view("2.3")).toMatchObject({ shown: { kind: "approved", revision: { number: 3 } } });
  });

  test("is refused of a draft, and of words that were returned", async () => {
    const newest = (await cell("2.3"))!.revisions.at(-1)!.id;
    await expect(approve("head", "2.3", newest)).rejects.toMatchObject({ code: "WRONG_STATE" });
    const { revisionId } = (await submit("lead", "2.5", "Words."))!;
    await giveBack("head", revisionId, "Say why.");
    await expect(approve("head", "2.5", revisionId)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("was returned by The head"),
    });
  });

  test("by two at once is done once", async () => {
    const { revisionId } = (await submit("lead", "2.5", "Words, and why."))!;
    const both = await Promise.allSettled([
      approve("head", "2.5", revisionId),
      approve("leadAndHead", "2.5", revisionId),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await cell("2.5"))!.revisions.at(-1)!.decisions).toHaveLength(1);
  });

  test("and recording another figure at once never leave an approval of a figure that was not read", async () => {
    const { revisionId } = (await submit("otherLead", "4.3", "Words."))!;
    const seen = await seenCell("4.3", "2013-12");
    await Promise.allSettled([approveComment(world.actors.otherHead, { revisionId, seen }), record("4.3", "32.8")]);
    const { state } = await view("4.3");
    expect(["submitted", "lapsed"]).toContain(state.state);
  });

  test.each([
    ["lead", "WRONG_ROLE"],
    ["auditor", "WRONG_ROLE"],
    ["officer", "WRONG_ROLE"],
    ["reader", "WRONG_ROLE"],
    ["otherHead", "WRONG_SCOPE"],
  ] as const)("is not for the %s", async (who, code) => {
    const revisionId = (await cell("2.3"))!.revisions[2]!.id;
    await expect(approve(who, "2.3", revisionId)).rejects.toMatchObject({ code });
    expect(await newestRefusal()).toMatchObject({
      code,
      verb: "comment.approve",
      person: world.people[who],
      team: world.teams.assessment,
      month: "2013-12",
    });
  });

  test("is possible in a closed month, whose figures can no longer change", async () => {
    const { revisionId } = (await submit("lead", "2.3", "In January.", "2014-01"))!;
    await close("2014-01");
    await approve("head", "2.3", revisionId, "2014-01");
    expect((await cell("2.3", "2014-01"))?.revisions[0]?.decisions).toMatchObject([{ kind: "approved" }]);
  });
});

describe("nobody approves their own words", () => {
  const decide = (revisionId: string) =>
    perform(world.actors.leadAndHead, "comment.approve", (tx) =>
      tx.insert(commentDecision).values({
        revisionId,
        indicatorId: world.indicators["2.5"],
        month: "2013-12",
        kind: "approved",
        decidedBy: world.people.leadAndHead,
      }),
    );

  test("says the verb, also of words that are somebody else's in part", async () => {
    await draft("leadAndHead", "2.5", "Mine.");
    const { revisionId } = (await submit("lead", "2.5", "Mine, and his."))!;
    await expect(approve("leadAndHead", "2.5", revisionId)).rejects.toMatchObject({
      code: "OWN_WORDS",
      message:
        "Some of these words are yours, and nobody approves their own. Another head of service of the Assessment team decides on them.",
    });
    expect(await newestRefusal()).toMatchObject({
      code: "OWN_WORDS",
      person: world.people.leadAndHead,
      indicator: world.indicators["2.5"],
      month: "2013-12",
    });
  });

  test("says the database, whoever asks it", async () => {
    const revisionId = (await cell("2.5"))!.revisions.at(-1)!.id;
    await expect(decide(revisionId)).rejects.toMatchObject({ code: "OWN_WORDS" });
    expect((await cell("2.5"))!.revisions.at(-1)!.decisions).toEqual([]);
  });

  test("even when they are submitted at the same moment", async () => {
    const written = (await draft("lead", "2.5", "His alone, for now."))!;
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let started = () => {};
    const underWay = new Promise<void>((resolve) => {
      started = resolve;
    });
    const handingIn = perform(world.actors.leadAndHead, "comment.submit", async (tx) => {
      await tx.execute(
        `update comment_revision set submitted_by = '${world.people.leadAndHead}' where id = '${written.revisionId}'`,
      );
      started();
      await held;
    });
    await underWay;
    const deciding = decide(written.revisionId);
    deciding.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    go();
    await handingIn;
    await expect(deciding).rejects.toMatchObject({ code: "OWN_WORDS" });
  });

  test("even when a next revision copies them", async () => {
    const { revisionId } = (await submit("secondLead", "2.5", "Hers now, on his and mine."))!;
    await expect(approve("leadAndHead", "2.5", revisionId)).rejects.toMatchObject({ code: "OWN_WORDS" });
    await approve("head", "2.5", revisionId);
  });

  test("and submitting a newer one while it is being approved leaves one outcome, not both", async () => {
    const { revisionId } = (await submit("lead", "2.5", "First."))!;
    const seen = await seenWords("2.5", "2013-12");
    const [approved, submitted] = await Promise.allSettled([
      approve("head", "2.5", revisionId),
      submitComment(world.actors.lead, {
        indicatorId: world.indicators["2.5"],
        month: "2013-12",
        seen,
        body: "Second.",
      }),
    ]);
    expect(submitted.status).toBe("fulfilled");
    const first = (await cell("2.5"))!.revisions.find(({ id }) => id === revisionId)!;
    expect([first.decisions.length === 1, first.withdrawnAt === null]).toEqual(
      approved.status === "fulfilled" ? [true, true] : [false, false],
    );
  });
});
