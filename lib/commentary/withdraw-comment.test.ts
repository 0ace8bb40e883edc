import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, close, draft, giveBack, newestEntry, newestRefusal, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

const withdraw = (who: keyof World["actors"], revisionId: string) => withdrawComment(world.actors[who], { revisionId });

describe("withdrawing a submission", () => {
  test("takes it back, and enters it; the next words are a new revision", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Too early."))!;
    await withdraw("secondLead", revisionId);
    expect((await cell("2.3"))?.revisions).toMatchObject([{ number: 1, withdrawnBy: "The secondLead" }]);
    expect(await newestEntry()).toMatchObject({ verb: "comment.withdraw", person: world.people.secondLead });
    await expect(approve("head", "2.3", revisionId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("was withdrawn by The secondLead"),
    });
    expect(await submit("lead", "2.3", "Too early.")).toMatchObject({ number: 2 });
  });

  test("is possible beside a newer draft", async () => {
    const revisionId = (await cell("2.3"))!.revisions[1]!.id;
    await draft("lead", "2.3", "Better.");
    await withdraw("lead", revisionId);
    expect((await cell("2.3"))?.revisions[1]?.withdrawnBy).toBe("The lead");
    await expect(withdraw("lead", revisionId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is not possible once it was decided, nor of a draft", async () => {
    const returned = (await submit("lead", "2.5", "Words."))!;
    await giveBack("head", returned.revisionId, "Which months?");
    await expect(withdraw("lead", returned.revisionId)).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "Revision 1 was decided on by The head, so it cannot be withdrawn. Write a new revision instead.",
    });
    const kept = (await draft("lead", "2.5", "Draft."))!;
    await expect(withdraw("lead", kept.revisionId)).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  test.each([
    ["head", "WRONG_ROLE"],
    ["auditor", "WRONG_ROLE"],
    ["officer", "WRONG_ROLE"],
    ["reader", "WRONG_ROLE"],
    ["otherLead", "WRONG_SCOPE"],
  ] as const)("is not for the %s", async (who, code) => {
    const { revisionId } = (await submit("lead", "2.5", `Words for ${who}.`))!;
    await expect(withdraw(who, revisionId)).rejects.toMatchObject({ code });
    expect(await newestRefusal()).toMatchObject({ code, verb: "comment.withdraw", team: world.teams.assessment });
  });

  test("is not possible once the month is closed", async () => {
    const { revisionId } = (await submit("lead", "2.5", "In January.", "2014-01"))!;
    await close("2014-01");
    await expect(withdraw("lead", revisionId)).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    expect(await newestRefusal()).toMatchObject({ code: "MONTH_CLOSED", month: "2014-01" });
  });
});
