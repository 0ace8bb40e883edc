import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { headView } from "#lib/commentary/reading/head-view";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, close, newestEntry, newestRefusal, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
});

const withdraw = (who: keyof World["actors"], revisionId: string, reason = "It names a child.") =>
  withdrawApproval(world.actors[who], { revisionId, reason });

describe("withdrawing an approval", () => {
  test("takes the words off the scorecard with a reason, and is entered", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Words."))!;
    await approve("head", "2.3", revisionId);
    await withdraw("head", revisionId);
    expect(headView((await cell("2.3"))!)).toMatchObject({
      shown: null,
      state: { state: "approval withdrawn", reason: "It names a child." },
    });
    expect(await countWaiting(world.actors.head)).toBe(0);
    expect(await newestEntry()).toMatchObject({
      verb: "approval.withdraw",
      person: world.people.head,
      after: { kind: "withdrawn", reason: "It names a child." },
    });
  });

  test("is not possible twice, but the approval can be given again", async () => {
    const revisionId = (await cell("2.3"))!.revisions[0]!.id;
    await expect(withdraw("head", revisionId)).rejects.toMatchObject({ code: "WRONG_STATE" });
    await approve("head", "2.3", revisionId);
    expect(headView((await cell("2.3"))!).shown).toMatchObject({ kind: "approved" });
  });

  test("of the newest words shows again the ones approved before them", async () => {
    const { revisionId } = (await submit("lead", "2.3", "Newer words."))!;
    await approve("head", "2.3", revisionId);
    await withdraw("head", revisionId);
    expect(headView((await cell("2.3"))!).shown).toMatchObject({ kind: "approved", revision: { number: 1 } });
  });

  test.each([
    ["lead", "WRONG_ROLE"],
    ["auditor", "WRONG_ROLE"],
    ["officer", "WRONG_ROLE"],
    ["reader", "WRONG_ROLE"],
    ["otherHead", "WRONG_SCOPE"],
  ] as const)("is not for the %s", async (who, code) => {
    const revisionId = (await cell("2.3"))!.revisions[0]!.id;
    await expect(withdraw(who, revisionId)).rejects.toMatchObject({ code });
    expect(await newestRefusal()).toMatchObject({ code, verb: "approval.withdraw", team: world.teams.assessment });
  });

  test("is possible in a closed month: what identifies a child must come off", async () => {
    const { revisionId } = (await submit("lead", "2.5", "In January.", "2014-01"))!;
    await approve("head", "2.5", revisionId, "2014-01");
    await close("2014-01");
    await withdraw("head", revisionId);
    expect(headView((await cell("2.5", "2014-01"))!).shown).toBeNull();
  });
});
