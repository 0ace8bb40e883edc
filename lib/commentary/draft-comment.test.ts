import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { draftComment } from "#lib/commentary/draft-comment";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, draft, giveBack, newestRefusal, seenWords, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

const authors = async (ref: "2.3" | "2.5") =>
  (await cell(ref))?.revisions
    .at(-1)
    ?.authors.map(({ name }) => name)
    .sort();
const body = async (revisionId: string | undefined) =>
  (
    await database.asOwner(
      "select w.body from comment_revision r join audit.words w on w.digest = r.words where r.id = $1",
      [revisionId],
    )
  )[0]?.body;

describe("drafting a comment", () => {
  test("keeps the words, and in the trail who wrote when but not what", async () => {
    const written = await draft("lead", "2.3", "Five of the seven cases were sibling groups.");
    expect(written).toMatchObject({ number: 1 });
    expect(await body(written?.revisionId)).toBe("Five of the seven cases were sibling groups.");
    const entries = await database.asOwner(
      "select table_name, verb, person, team, to_char(month, 'YYYY-MM') as month, after from audit.entry where verb = 'comment.draft' order by position",
    );
    expect(entries.map(({ table_name }) => table_name)).toEqual(["comment", "comment_revision", "revision_author"]);
    for (const entry of entries) {
      expect(entry).toMatchObject({ person: world.people.lead, team: world.teams.assessment, month: "2013-12" });
      expect(JSON.stringify(entry.after)).not.toContain("sibling");
    }
  });

  test("goes on in the same draft, with everyone who had a hand in it", async () => {
    const written = await draft(
      "secondLead",
      "2.3",
      "Five of the seven cases were sibling groups that transferred in.",
    );
    expect(written).toMatchObject({ number: 1, isChanged: true });
    expect(await authors("2.3")).toEqual(["The lead", "The secondLead"]);
  });

  test("of the same words again writes nothing", async () => {
    const count = async () => (await database.asOwner("select count(*)::int as n from audit.entry"))[0];
    const before = await count();
    expect(
      await draft("lead", "2.3", "Five of the seven cases were sibling groups that transferred in."),
    ).toMatchObject({
      isChanged: false,
    });
    expect(await count()).toEqual(before);
  });

  test("over words that somebody changed is refused with both texts", async () => {
    const seen = await seenWords("2.3", "2013-12");
    await draft("secondLead", "2.3", "Hers.");
    await expect(
      draftComment(world.actors.lead, { indicatorId: world.indicators["2.3"], month: "2013-12", seen, body: "His." }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^The comment on 2\.3 for December 2013 changed .* by The secondLead at \d\d:\d\d\. /,
      ),
      details: { theirs: { body: "Hers.", version: seen.version + 1 } },
    });
    expect(await newestRefusal()).toEqual({
      code: "CONFLICT",
      verb: "comment.draft",
      person: world.people.lead,
      team: world.teams.assessment,
      indicator: world.indicators["2.3"],
      month: "2013-12",
    });
    expect(await body(seen.revisionId ?? "")).toBe("Hers.");
  });

  test("by two at once lets one through and gives the other both texts", async () => {
    const first = {
      indicatorId: world.indicators["2.5"],
      month: "2013-12",
      seen: { revisionId: null, version: 0 },
    } as const;
    const both = await Promise.allSettled([
      draftComment(world.actors.lead, { ...first, body: "One." }),
      draftComment(world.actors.secondLead, { ...first, body: "Two." }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "CONFLICT", details: { theirs: { number: 1 } } });
  });

  test("after the words were handed in starts the next revision, which keeps the authors of what it starts from", async () => {
    const first = await submit("lead", "2.5", "Submitted.");
    expect(await draft("secondLead", "2.5", "Submitted, and more.")).toMatchObject({ number: 2 });
    expect(await authors("2.5")).toEqual(expect.arrayContaining(["The lead", "The secondLead"]));
    await giveBack("head", first!.revisionId, "Say how many.");
    expect(await draft("secondLead", "2.5", "Eleven.")).toMatchObject({ number: 2 });
    const second = await submit("secondLead", "2.5", "Eleven.");
    await approve("head", "2.5", second!.revisionId);
    expect(await draft("lead", "2.5", "Twelve.")).toMatchObject({ number: 3 });
    expect((await cell("2.5"))?.revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test.each(["head", "auditor", "officer", "reader"] as const)("is not for the %s", async (who) => {
    await expect(draft(who, "2.3", "Words.")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newestRefusal()).toMatchObject({
      code: "WRONG_ROLE",
      person: world.people[who],
      team: world.teams.assessment,
      month: "2013-12",
    });
  });

  test("is not for another team's lead", async () => {
    await expect(draft("otherLead", "2.3", "Words.")).rejects.toMatchObject({
      code: "WRONG_SCOPE",
      message: "2.3 is commented on by the Assessment team, and you do not lead it.",
    });
    expect(await newestRefusal()).toMatchObject({ code: "WRONG_SCOPE", team: world.teams.assessment });
  });

  test("is not possible in a closed month, nor in one that nobody opened", async () => {
    await expect(draft("lead", "2.3", "Words.", "2013-11")).rejects.toMatchObject({
      code: "MONTH_CLOSED",
      message: expect.stringContaining("November 2013 is closed, so no more is written on it."),
    });
    await expect(draft("lead", "2.3", "Words.", "2014-02")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
