import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf } from "#lib/access/actor";
import { findView, getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { commented } from "#lib/testing/commented";
import { countStatements } from "#lib/testing/count-statements";
import { countWaiting } from "#lib/testing/count-waiting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, cell, close, draft, giveBack, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await record("2.5", "4");
  await record("4.3", "32.8");
});

const page = (who: keyof World["actors"], ref: "2.3" | "2.5" | "4.3", month: "2013-12" | "2014-01" = "2013-12") =>
  getCommentPage(world.actors[who], { slug: world.scorecard.slug, ref, month });
const bodies = async (who: keyof World["actors"], ref: "2.3" | "2.5" | "4.3") => [
  ...((await page(who, ref))?.follows?.words.values() ?? []),
];

describe("who reads what of a comment", () => {
  test("each cell is judged by its own indicator's bands", async () => {
    expect((await cell("2.3"))?.present).toEqual({ figure: "68", missing: null, grade: 3 });
    expect((await cell("2.5"))?.present).toEqual({ figure: "4", missing: null, grade: 1 });
    expect((await cell("4.3"))?.present).toEqual({ figure: "32.8", missing: null, grade: 4 });
  });

  test("a draft is for the team's leads and the auditor", async () => {
    await draft("lead", "2.3", "A draft.");
    for (const who of ["lead", "secondLead", "auditor"] as const)
      expect(await bodies(who, "2.3")).toEqual(["A draft."]);
    for (const who of ["head", "otherLead", "otherHead", "officer"] as const) {
      expect(await bodies(who, "2.3")).toEqual([]);
    }
    expect((await page("head", "2.3"))?.follows?.state).toEqual({ state: "none" });
    expect((await page("otherLead", "2.3"))?.follows).toBeNull();
  });

  test("a submission is for the team's head of service too, and for nobody else", async () => {
    await submit("lead", "2.3", "Submitted.");
    await draft("lead", "2.3", "Another draft.");
    expect(await bodies("head", "2.3")).toEqual(["Submitted."]);
    expect((await bodies("auditor", "2.3")).sort()).toEqual(["Another draft.", "Submitted."]);
    for (const who of ["otherLead", "otherHead", "officer"] as const) {
      expect((await page(who, "2.3"))?.cell.revisions).toEqual([]);
    }
  });

  test("the scorecard's words are for everybody, once approved; in an edition whoever looks reads those alone", async () => {
    const { revisionId } = (await submit("lead", "2.5", "On show.", "2014-01"))!;
    expect((await page("otherLead", "2.5", "2014-01"))?.around?.change.cell.comment).toBeNull();
    await approve("head", "2.5", revisionId, "2014-01");
    const shown = { kind: "approved", body: "On show.", decidedBy: "The head" };
    expect((await page("otherLead", "2.5", "2014-01"))?.around?.change.cell.comment).toMatchObject(shown);
    const inEdition = (who: keyof World["actors"]) =>
      getCommentPage(asReaderOf(world.actors[who], "2014-01"), { slug: "improvement", ref: "2.5", month: "2014-01" });
    expect(await inEdition("reader")).toBeNull();
    await close("2014-01");
    expect(await page("reader", "2.5", "2014-01")).toBeNull();
    for (const who of ["reader", "lead", "head", "auditor"] as const) {
      expect((await inEdition(who))?.around?.change.cell.comment).toMatchObject(shown);
      expect(await inEdition(who)).toMatchObject({ follows: null, cell: { revisions: [] } });
    }
  });

  test("that a comment is required, only until it is handed in", async () => {
    expect((await page("otherLead", "4.3"))?.required).toContain("the grade is Inadequate");
    await submit("otherLead", "4.3", "Agency cover for three posts.");
    expect((await page("otherLead", "4.3"))?.required).toBeNull();
  });

  test("why a comment is required, and why one cannot write", async () => {
    expect(await page("lead", "2.3")).toMatchObject({
      required: [
        "the grade is Adequate",
        "the milestone is missed",
        "the grade changed from Inadequate since last month",
      ],
      writing: { whyNot: null, body: "Another draft." },
    });
    expect(await page("otherLead", "2.3")).toMatchObject({
      writing: { whyNot: "2.3 is commented on by the Assessment team, and you do not lead it." },
    });
    expect(await page("auditor", "2.3")).toMatchObject({
      writing: { whyNot: "Only the team lead of an indicator’s team writes its comments." },
    });
  });
});

test("a comment's page takes three statements, what waits one, and the page of approvals three", async () => {
  const { head } = world.actors;
  expect(await countStatements(() => page("lead", "2.3"))).toHaveLength(3);
  expect(await countStatements(() => countWaiting(head))).toHaveLength(1);
  const approvals = async () => {
    const found = await getApprovals(head);
    return getApprovalDetail(head, found.waiting[0]!);
  };
  expect(await countStatements(approvals)).toHaveLength(3);
  const detail = await approvals();
  expect([...detail.words.values()]).toContain("Submitted.");
});

describe("what waits for a head of service", () => {
  test("is what their own teams submitted, and of it only the newest", async () => {
    await submit("otherLead", "4.3", "Workforce's.");
    expect(await countWaiting(world.actors.head)).toBe(1);
    expect(await countWaiting(world.actors.otherHead)).toBe(1);
    for (const who of ["lead", "auditor", "officer", "reader"] as const) {
      expect(await countWaiting(world.actors[who])).toBe(0);
    }
    await submit("lead", "2.3", "Newer.");
    const { waiting } = await getApprovals(world.actors.head);
    expect(waiting.map(({ cell: { ref }, state }) => [ref, state.state])).toEqual([["2.3", "submitted"]]);
  });

  test("holds nothing that was decided, until a figure changes", async () => {
    const revisionId = (await cell("2.3"))!.revisions.at(-1)!.id;
    await approve("head", "2.3", revisionId);
    expect(await getApprovals(world.actors.head)).toMatchObject({
      waiting: [],
      approved: [{ cell: { ref: "2.3" } }, { cell: { ref: "2.5" } }],
      withLeads: [],
    });
    await record("2.3", "75");
    expect(await getApprovals(world.actors.head)).toMatchObject({
      waiting: [{ state: { state: "lapsed", because: "68 became 75 after it was approved" } }],
      approved: [{ cell: { ref: "2.5" } }],
    });
    await giveBack("head", revisionId, "It says 68.");
    expect((await getApprovals(world.actors.head)).withLeads).toMatchObject([{ state: { reason: "It says 68." } }]);
  });

  test("is found by any of its revisions, and nobody else's is", async () => {
    const approvals = await getApprovals(world.actors.head);
    const [first] = (await cell("2.3"))!.revisions;
    expect(findView(approvals, first?.id)?.cell.ref).toBe("2.3");
    expect(findView(approvals, (await cell("2.3"))!.revisions.at(-1)!.id)?.cell.ref).toBe("2.3");
    expect(findView(approvals, (await cell("4.3"))!.revisions[0]!.id)).toBeNull();
    expect(findView(approvals, "nonsense")).toBeNull();
  });
});
