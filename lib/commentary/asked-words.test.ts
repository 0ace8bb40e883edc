import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { submitComment } from "#lib/commentary/submit-comment";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell, draft, newestEntry, record, seenWords } = commented(() => world, database);
const body = "Performance improved in the month; Sarah and a friend, aged 9, were seen late.";
const asked = ["Sarah", "aged 9", "improved"];

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "62");
});

const send = async (given: { asked?: string[]; because?: string; body?: string }) =>
  submitComment(world.actors.lead, {
    indicatorId: world.indicators["2.3"],
    month: "2013-12",
    seen: await seenWords("2.3", "2013-12"),
    body,
    ...given,
  });
const place = () => ({ slug: world.scorecard.slug, ref: "2.3", month: "2013-12" }) as const;

test("a draft is kept, and its writer sees what it will be asked about", async () => {
  await draft("lead", "2.3", body);
  const page = await getCommentPage(world.actors.lead, place());
  expect(page?.asked.map(({ passage }) => passage)).toEqual(asked);
  expect(page?.asked.at(-1)?.why).toBe("The figure went from 63 (November 2013) to 62, and higher is better.");
  expect((await getCommentPage(world.actors.auditor, place()))?.asked).toEqual([]);
});

test("words are submitted once every passage was shown, with why they stand", async () => {
  const all = expect.objectContaining({
    code: "INVALID",
    details: { asked: asked.map((passage) => expect.objectContaining({ passage })) },
  });
  await expect(send({})).rejects.toEqual(all);
  await expect(send({ because: "Yes." })).rejects.toEqual(all);
  await expect(send({ asked: ["Sarah"], because: "Yes." })).rejects.toEqual(all);
  await expect(send({ asked, because: "" })).rejects.toMatchObject({
    fields: { because: "Say why the words may stand, or change them." },
  });
  expect((await cell("2.3"))?.revisions).toMatchObject([{ submittedAt: null, standsBecause: null }]);

  await send({ asked, because: "Both are names of teams." });
  expect((await cell("2.3"))?.revisions).toMatchObject([
    { submittedBy: "The lead", standsBecause: "Both are names of teams." },
  ]);
  expect(await newestEntry()).toMatchObject({ verb: "comment.submit", table_name: "comment_revision" });
});

test("their head reads what was asked and what was said to it", async () => {
  const { waiting } = await getApprovals(world.actors.head);
  const { doubts, view } = await getApprovalDetail(world.actors.head, waiting[0]!);
  expect(doubts.map(({ passage }) => passage)).toEqual(asked);
  expect(view.cell.revisions.at(-1)?.standsBecause).toBe("Both are names of teams.");
});

test("words of which nothing is asked keep no reason, whatever a form sends", async () => {
  await send({ body: "Two posts are vacant.", asked, because: "Never needed." });
  expect((await cell("2.3"))?.revisions.at(-1)).toMatchObject({ standsBecause: null });
});

test("the page and the submission read words against the same measure and milestone", async () => {
  await record("2.5", "6");
  const words = "We met the milestone, and 12% of staff were away.";
  await draft("lead", "2.5", words);
  const there = { slug: world.scorecard.slug, ref: "2.5", month: "2013-12" } as const;
  const page = await getCommentPage(world.actors.lead, there);
  expect(page?.asked).toEqual([
    { passage: "met the milestone", why: "December 2013 has 6, and its milestone is below 5." },
  ]);
  const sent = submitComment(world.actors.lead, {
    ...{ indicatorId: world.indicators["2.5"], month: "2013-12", body: words },
    seen: await seenWords("2.5", "2013-12"),
  });
  await expect(sent).rejects.toMatchObject({ details: { asked: page?.asked } });
});
