import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { ReturnCommentInput } from "#lib/commentary/inputs";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, close, giveBack, newestEntry, newestRefusal, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

describe("returning a comment", () => {
  test("gives the words back with a reason that the lead sees, and is entered with it", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Words."))!;
    await giveBack("head", revisionId, "Give the figures.");
    expect(await newestEntry()).toMatchObject({
      verb: "comment.return",
      person: world.people.head,
      after: { kind: "returned", reason: "Give the figures.", figure: 68 },
    });
    const page = await getCommentPage(world.actors.lead, { slug: world.scorecard.slug, ref: "2.3", month: "2013-12" });
    expect(page?.follows?.state).toMatchObject({ state: "returned", reason: "Give the figures." });
  });

  test("takes a reason, and not a blank one", () => {
    const revision = "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a002";
    for (const reason of ["", " \r\n "]) {
      const parsed = ReturnCommentInput.safeParse({ revision, reason });
      expect(parsed.error?.issues[0]?.message).toBe("Say why you return these words, so that they can be mended.");
    }
    expect(ReturnCommentInput.safeParse({ revision }).success).toBe(false);
    expect(ReturnCommentInput.parse({ revision, reason: " Which? " })).toEqual({
      revisionId: revision,
      reason: "Which?",
      queue: {},
    });
  });

  test("without a reason is refused by the database too", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Words and figures."))!;
    await expect(giveBack("head", revisionId, " ")).rejects.toMatchObject({
      cause: { constraint: "reason_unless_approved" },
    });
  });

  test("of decided words is refused; a lapsed approval's words can be returned", async () => {
    const revisionId = (await cell("2.3"))!.revisions.at(-1)!.id;
    await approve("head", "2.3", revisionId);
    await expect(giveBack("head", revisionId, "Late thought.")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("was approved by The head"),
    });
    await record("2.3", "70");
    await giveBack("head", revisionId, "Say what changed.");
    expect((await cell("2.3"))!.revisions.at(-1)!.decisions.map(({ kind }) => kind)).toEqual(["returned", "approved"]);
  });

  test.each([
    ["lead", "WRONG_ROLE"],
    ["auditor", "WRONG_ROLE"],
    ["officer", "WRONG_ROLE"],
    ["reader", "WRONG_ROLE"],
    ["otherHead", "WRONG_SCOPE"],
  ] as const)("is not for the %s", async (who, code) => {
    const { revisionId } = (await submit("lead", "2.5", `Words for ${who}.`))!;
    await expect(giveBack(who, revisionId, "Because.")).rejects.toMatchObject({ code });
    expect(await newestRefusal()).toMatchObject({ code, verb: "comment.return", team: world.teams.assessment });
  });

  test("is possible in a closed month too, where its team writes anew once it is published", async () => {
    const { revisionId } = (await submit("lead", "2.5", "In January.", "2014-01"))!;
    await close("2014-01");
    await giveBack("head", revisionId, "Because.");
    expect((await cell("2.5", "2014-01"))!.revisions.at(-1)!.decisions).toMatchObject([{ kind: "returned" }]);
  });
});
