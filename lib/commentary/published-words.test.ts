import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { commentState, shownComment } from "#lib/rules/commentary-status";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell, seenWords, record, draft, submit, approve, giveBack } = commented(() => world, database);
const { close, publish } = inMonths(() => world, database);
const { restate } = inRestatements(() => world, database);
const written = bySql(database, () => world);
const month = "2013-12";

const shut = { code: "MONTH_CLOSED" };
const stateOf = async (ref: "2.3" | "2.5") => {
  const { revisions, present, labels } = (await cell(ref, month))!;
  return commentState(revisions, present, labels).state;
};
const shown = async () => {
  const { revisions, present, labels } = (await cell("2.3", month))!;
  const found = shownComment(revisions, present, labels);
  return found && [found.kind, found.revision.number];
};

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.5", "20");
  await approve("head", "2.3", (await submit("lead", "2.3", "Two were late."))!.revisionId);
  await submit("lead", "2.5", "Nobody has looked at these.");
});

describe("words on a cell of a closed month", () => {
  test("are returned by a head, and not written anew before the month is published", async () => {
    await close("officer", month, "The board meets.");
    await giveBack("head", (await seenWords("2.5", month)).revisionId!, "Say why.");
    await expect(draft("lead", "2.5", "Because.")).rejects.toMatchObject(shut);
    await publish("officer", month, "The board meets.");
  });
});

describe("words on a cell of a published month", () => {
  test("that stand, or that nobody wrote, are written by nobody", async () => {
    await expect(draft("lead", "2.3", "Others.")).rejects.toMatchObject(shut);
    await expect(submit("otherLead", "4.3", "Some.")).rejects.toMatchObject(shut);
  });

  test("that were returned are written anew by its team’s lead alone", async () => {
    await expect(draft("otherLead", "2.5", "Because.")).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(draft("head", "2.5", "Because.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await draft("lead", "2.5", "Because.");
    const { revisionId } = (await submit("lead", "2.5", "Because two left."))!;
    await withdrawComment(world.actors.lead, { revisionId });
    await approve("head", "2.5", (await submit("lead", "2.5", "Because three left."))!.revisionId, month);
    expect(await stateOf("2.5")).toBe("approved");
    await expect(draft("lead", "2.5", "And more.")).rejects.toMatchObject(shut);
  });

  test("that lapsed with a restatement are, and the live scorecard alone shows them once approved", async () => {
    await restate("head", "2.3", { value: "70", holds: false, revisionId: (await seenWords("2.3", month)).revisionId });
    expect(await shown()).toEqual(["lapsed", 1]);
    const { revisionId } = (await submit("lead", "2.3", "Two came in late, so it is 70."))!;
    expect(await stateOf("2.3")).toBe("submitted");
    await giveBack("head", revisionId, "Which two?");
    await approve("head", "2.3", (await submit("lead", "2.3", "Two of May came in late."))!.revisionId, month);
    expect(await shown()).toEqual(["approved", 3]);
    await expect(submit("lead", "2.3", "More.")).rejects.toMatchObject(shut);
    const [edition1] = await database.asOwner("select cut from edition where number = 1");
    const edition = await asOf(Number(edition1?.cut), () => cell("2.3", month));
    expect(edition!.revisions.map(({ number }) => number)).toEqual([1]);
  });

  test("whose approval is taken back are, too", async () => {
    const { revisionId } = await seenWords("2.3", month);
    await withdrawApproval(world.actors.head, { revisionId: revisionId!, reason: "It names a child." });
    await draft("lead", "2.3", "Two of them came in late.");
  });

  test("are held to the same by the database, whoever runs SQL", async () => {
    const newWords = (
      ref: "2.5" | "4.3",
    ) => `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by)
      select c.id, c.indicator_id, c.month, (select max(r.number) + 1 from comment_revision r where r.comment_id = c.id), 'person', 'By SQL.', '${world.people.lead}' from comment c
      where c.indicator_id = '${world.indicators[ref]}' and c.month = '2013-12-01'`;
    await expect(written("asApp", "lead", "comment.draft", newWords("2.5"))).rejects.toMatchObject({
      detail: "MONTH_CLOSED",
    });
    const figure = `update actual set value = 71 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'`;
    await expect(written("asApp", "lead", "actual.record", figure)).rejects.toMatchObject({ detail: "MONTH_CLOSED" });
  });
});
