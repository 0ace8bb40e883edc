import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { getReturn, listOpenReturns } from "#lib/returns/queries";
import { stillWanted } from "#lib/rules/still-wanted";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, draft, giveBack, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.5", "4");
  await record("4.3", "32.8");
});

const comments = async (who: "lead" | "secondLead" | "otherLead") =>
  Object.fromEntries(
    (await getReturn(world.actors[who], "2013-12")).parts[0]!.rows.map(({ ref, comment }) => [ref, comment]),
  );
const december = async () => {
  const { returns } = await listOpenReturns(world.actors.lead);
  const { due, given, comments, returned } = stillWanted(returns.find(({ month }) => month === "2013-12")!.parts);
  return { due, given, comments: comments.map(({ ref }) => ref), returned: returned.map(({ ref }) => ref) };
};

describe("where the comments of a return stand", () => {
  test("is for every lead of the team: a draft, a submission, what came back with its reason", async () => {
    expect(await december()).toMatchObject({ due: 2, given: 2, comments: ["2.3", "2.5"], returned: [] });
    await draft("lead", "2.3", "A draft.");
    expect(await comments("secondLead")).toMatchObject({ "2.3": { state: "draft" }, "2.5": { state: "none" } });
    const { revisionId } = (await submit("lead", "2.3", "Submitted."))!;
    expect(await comments("lead")).toMatchObject({ "2.3": { state: "submitted" } });
    expect(await december()).toMatchObject({ comments: ["2.5"], returned: [] });
    await giveBack("head", revisionId, "It says 68.");
    expect(await comments("lead")).toMatchObject({ "2.3": { state: "returned", reason: "It says 68." } });
    expect(await december()).toMatchObject({ returned: ["2.3"] });
    expect(Object.keys(await comments("otherLead"))).toEqual(["4.3"]);
  });

  test("says that an approval was given, and withdrawn, and why", async () => {
    const { revisionId } = (await submit("lead", "2.5", "Words."))!;
    await approve("head", "2.5", revisionId);
    expect(await comments("lead")).toMatchObject({ "2.5": { state: "approved", approvedFor: { figure: "4" } } });
    await withdrawApproval(world.actors.head, { revisionId, reason: "Wrong month." });
    expect(await comments("lead")).toMatchObject({ "2.5": { state: "approval withdrawn", reason: "Wrong month." } });
  });
});
