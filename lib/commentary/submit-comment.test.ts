import { beforeAll, describe, expect, test } from "vitest";
import { commentRevision, revisionAuthor } from "#db/schema/commentary";
import { useDatabase } from "#db/testing/use-database";
import { perform } from "#lib/audit/perform";
import { submitComment } from "#lib/commentary/submit-comment";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell, draft, newestEntry, newestRefusal, submit, approve, seenWords } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("submitting a comment", () => {
  test("hands in the words as they stand on the form, and enters it", async () => {
    await draft("lead", "2.3", "A draft.");
    const handedIn = await submit("lead", "2.3", "The words.");
    expect(handedIn).toMatchObject({ number: 1 });
    expect((await cell("2.3"))?.revisions).toMatchObject([{ number: 1, submittedBy: "The lead", withdrawnAt: null }]);
    expect(await newestEntry()).toMatchObject({
      verb: "comment.submit",
      table_name: "comment_revision",
      before: { submitted_by: null },
      after: { submitted_by: world.people.lead },
    });
  });

  test("makes the revision unchangeable, words and authors alike, even by hand", async () => {
    const revisionId = (await cell("2.3"))!.revisions[0]!.id;
    const by = (work: Parameters<typeof perform>[2]) => perform(world.actors.lead, "comment.draft", work);
    const place = { indicatorId: world.indicators["2.3"], month: "2013-12" } as const;
    const kept = { cause: { message: "A submitted revision never changes; write a new one." } };
    await expect(by((tx) => tx.update(commentRevision).set({ words: "Others." }))).rejects.toMatchObject(kept);
    await expect(
      by((tx) => tx.insert(revisionAuthor).values({ ...place, revisionId, personId: world.people.head })),
    ).rejects.toMatchObject(kept);
    await expect(
      perform(world.actors.lead, "comment.submit", (tx) =>
        tx.execute("update comment_revision set submitted_by = null"),
      ),
    ).rejects.toMatchObject({ cause: { detail: "KEPT" } });
  });

  test("of the same words twice is refused while they wait, and once they are approved", async () => {
    await expect(submit("secondLead", "2.3", "The words.")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("submitted already"),
    });
    await approve("head", "2.3", (await cell("2.3"))!.revisions[0]!.id);
    await expect(submit("lead", "2.3", "The words.")).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("approved already"),
    });
    expect((await cell("2.3"))?.revisions).toHaveLength(1);
  });

  test("takes the place of a submission that was not decided yet, and of no decided one", async () => {
    await submit("lead", "2.3", "The words, better.");
    await submit("secondLead", "2.3", "The words, best.");
    expect((await cell("2.3"))?.revisions).toMatchObject([
      { number: 1, withdrawnAt: null },
      { number: 2, withdrawnBy: "The secondLead" },
      { number: 3, withdrawnAt: null },
    ]);
  });

  test("over words that somebody changed is refused with both texts", async () => {
    const seen = await seenWords("2.3", "2013-12");
    await draft("secondLead", "2.3", "Hers.");
    const sent = { indicatorId: world.indicators["2.3"], month: "2013-12", seen, body: "His." } as const;
    await expect(submitComment(world.actors.lead, sent)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { theirs: { body: "Hers.", number: 4 } },
    });
  });

  test("sent twice by the same form is done once", async () => {
    const seen = await seenWords("2.5", "2013-12");
    const sent = { indicatorId: world.indicators["2.5"], month: "2013-12", seen, body: "Once." } as const;
    const request = { id: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a002", digest: "a" };
    expect(await submitComment(world.actors.lead, sent, request)).toMatchObject({ number: 1 });
    expect(await submitComment(world.actors.lead, sent, request)).toBeUndefined();
    expect((await cell("2.5"))?.revisions).toHaveLength(1);
  });

  test("of a draft whose saving was not answered is done, over that very draft alone", async () => {
    const unseen = {
      indicatorId: world.indicators["2.5"],
      month: "2013-12",
      seen: await seenWords("2.5", "2013-12"),
    } as const;
    await draft("lead", "2.5", "Kept on a bad line.");
    const over = (body: string) => submitComment(world.actors.lead, { ...unseen, body });
    await expect(over("Kept on a bad line. And more.")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await over("Kept on a bad line.")).toMatchObject({ number: 2, isChanged: false });
    await expect(over("Kept on a bad line.")).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(submit(who, "2.3", "Words.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newestRefusal()).toMatchObject({ verb: "comment.submit", person: world.people[who] });
  });

  test("is not for another team's lead, nor for a closed month", async () => {
    await expect(submit("otherLead", "2.3", "Words.")).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(submit("lead", "2.3", "Words.", "2013-11")).rejects.toMatchObject({ code: "MONTH_CLOSED" });
    expect(await newestRefusal()).toMatchObject({
      code: "MONTH_CLOSED",
      month: "2013-11",
      team: world.teams.assessment,
    });
  });
});
