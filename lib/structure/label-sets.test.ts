import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { database as here } from "#db/client";
import { label } from "#db/schema/scorecards";
import { useDatabase } from "#db/testing/use-database";
import { perform } from "#lib/audit/perform";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { gradeWord } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { chooseLabelSet, previewLabelSet } from "#lib/structure/choose-label-set";
import { getGrading } from "#lib/structure/get-grading";
import { MakeLabelSetInput } from "#lib/structure/inputs";
import { everyLineOf } from "#lib/structure/label-set-effect";
import { makeLabelSet } from "#lib/structure/make-label-set";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record, submit, approve, close } = commented(() => world, database);
const { newest } = inMonths(() => world, database);

const row = (rank: number, word: string, shape: string, tone: string, asks = false) => ({
  [`word-${rank}`]: word,
  [`shape-${rank}`]: shape,
  [`tone-${rank}`]: tone,
  ...(asks && { [`asks-${rank}`]: "yes" }),
});
const four = {
  name: "The framework of 2014",
  ...row(1, "Outstanding", "circle", "pine"),
  ...row(2, "Good", "square", "leaf"),
  ...row(3, "Requires improvement", "triangle", "ochre", true),
  ...row(4, "Inadequate", "octagon", "brick", true),
};
const three = {
  name: "Red, amber and green",
  ...row(1, "Green", "circle", "leaf"),
  ...row(2, "Amber", "triangle", "ochre", true),
  ...row(4, "Red", "octagon", "brick", true),
};
const read = (typed: z.input<typeof MakeLabelSetInput>) => MakeLabelSetInput.safeParse(typed);
const make = (typed: z.input<typeof MakeLabelSetInput>, who: keyof World["actors"] = "officer") =>
  makeLabelSet(world.actors[who], MakeLabelSetInput.parse(typed));
const said = async () =>
  sentenceText((await listEntries(world.actors.auditor, { outcome: "done" }, null, 1)).groups[0]!.headline);
const choice = async (name: string, from: Month) => {
  const found = (await listLabelSets(here(), world.organisationId)).find((set) => set.name === name);
  return { scorecard: world.scorecard.id, labels: found!.id, from, previewed: null, reason: "" };
};
const preview = async (name: string, from: Month) => previewLabelSet(world.actors.officer, await choice(name, from));
const choose = async (
  name: string,
  from: Month,
  { who = "officer", reason = "" }: { who?: keyof World["actors"]; reason?: string } = {},
) =>
  chooseLabelSet(world.actors[who], {
    ...(await choice(name, from)),
    previewed: everyLineOf(await preview(name, from)),
    reason,
  });
const graded = async (ref: string, month: Month) => {
  const page = await getIndicatorPage(world.actors.auditor, world.scorecard.slug, { ref, isWhole: true });
  const cell = page!.indicator.cells.get(month)!;
  return gradeWord(cell.labels, cell.grade);
};

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "66", "2013-12");
  await record("2.5", "3", "2013-12");
  await make(four);
});

describe("words for grades that are made", () => {
  test("are told of, and are of the organisation alone", async () => {
    expect(await said()).toBe("The officer added the grades’ words: The framework of 2014");
    expect((await listLabelSets(here(), neighbour.organisationId)).map(({ name }) => name)).not.toContain(four.name);
  });

  test.each(["lead", "head", "auditor", "reader"] as const)("are not for the %s to make or choose", async (who) => {
    await expect(make(three, who)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(choose(four.name, "2014-01", { who })).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "label_set.choose", operation: "refused", person: world.people[who] });
  });

  test("leave out empty rows, and take the word’s first letter as a sign", async () => {
    await make(three);
    const made = (await listLabelSets(here(), world.organisationId)).find(({ name }) => name === three.name)!;
    expect(made.labels.map(({ rank, word, short, asksForComment }) => [rank, word, short, asksForComment])).toEqual([
      [1, "Green", "G", false],
      [2, "Amber", "A", true],
      [3, "Red", "R", true],
    ]);
  });

  test("are refused under a name that is taken, and with levels that nobody can tell apart", async () => {
    await expect(make(four)).rejects.toMatchObject({ code: "INVALID", fields: { name: expect.any(String) } });
    const wrong = (typed: Record<string, string>) =>
      Object.fromEntries(
        read({ name: "x", ...typed }).error!.issues.map(({ path, message }) => [path.join(), message]),
      );
    expect(wrong(row(1, "Green", "circle", "leaf"))).toEqual({
      "word-2": "Give at least two levels, the best first.",
    });
    expect(wrong({ ...row(1, "Green", "circle", "leaf"), ...row(2, "green", "circle", "leaf") })).toEqual({
      "word-2": "This word is that of Green too: nobody could tell them apart.",
      "shape-2": "This shape is that of Green too: nobody could tell them apart.",
      "tone-2": "This colour is that of Green too: nobody could tell them apart.",
    });
    expect(
      Object.keys(wrong({ ...row(1, "Green", "heart", ""), ...row(2, "Red", "circle", "leaf"), "short-2": "RED" })),
    ).toEqual(["shape-1", "tone-1", "short-2"]);
  });
});

test("nobody gives levels to words that were made before, not by SQL as the web either", async () => {
  const { id } = (await listLabelSets(here(), world.organisationId)).find(({ name }) => name === three.name)!;
  const seventh = {
    labelSetId: id,
    rank: 4,
    word: "Black",
    short: "B",
    shape: "shield",
    tone: "plum",
    asksForComment: true,
  } as const;
  const bySql = perform(world.actors.officer, "label_set.make", (tx) => tx.insert(label).values(seventh));
  await expect(bySql).rejects.toMatchObject({ code: "WRONG_SCOPE" });
});

describe("other words from a month on", () => {
  test("are previewed as they come about: grades, approvals, and what is asked for", async () => {
    const revision = await submit("lead", "2.3", "The timeliness of the team is as it was.");
    await approve("head", "2.3", revision!.revisionId);
    const seen = await preview(four.name, "2013-12");
    expect(seen.shifts).toEqual([
      { was: "Adequate", becomes: "Requires improvement", figures: 1, first: "2013-12", last: "2013-12" },
    ]);
    expect(await graded("2.3", "2013-12")).toBe("Adequate");

    await choose(four.name, "2013-12");
    expect(await said()).toContain("chose the grades’ words from December 2013: The framework of 2014");
    expect([await graded("2.3", "2013-12"), await graded("2.5", "2013-12")]).toEqual([
      "Requires improvement",
      "Outstanding",
    ]);
    const { labelSets } = (await getGrading(world.actors.officer, world.scorecard.slug))!.scorecard;
    expect(labelSets.map(({ firstMonth, labels }) => [firstMonth, labels[2]!.word])).toEqual([
      ["0001-01", "Adequate"],
      ["2013-12", "Requires improvement"],
    ]);
  });

  test("of another number leave bands without a grade, and say so", async () => {
    const { shifts, remark, follows } = await preview(three.name, "2013-12");
    expect(shifts.map(({ was, becomes }) => `${was} becomes ${becomes}`).sort()).toEqual([
      "Outstanding becomes no grade",
      "Requires improvement becomes no grade",
    ]);
    expect(remark).toMatch(/^Bands of 3 indicators are for another number of levels than these 3:/);
    expect(follows).toContain("1 approval lapses");
  });

  test("are refused where they hold, before the scorecard begins, and of another organisation", async () => {
    await expect(choose(four.name, "2013-12")).rejects.toMatchObject({
      fields: { labels: expect.stringContaining("already") },
    });
    await expect(choose(three.name, "2001-01")).rejects.toMatchObject({
      fields: { from: expect.stringContaining("begins") },
    });
    const [theirs] = await listLabelSets(here(), neighbour.organisationId);
    const given = { ...(await choice(three.name, "2014-02")), labels: theirs!.id };
    await expect(previewLabelSet(world.actors.officer, given)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("that do something else than was previewed are refused, with what differs", async () => {
    const given = { ...(await choice(three.name, "2013-12")), previewed: ["Good becomes Green: 9 figures, May 2001"] };
    await expect(chooseLabelSet(world.actors.officer, given)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("No longer: Good becomes Green"),
    });
  });

  test("ask for a reason where months are over", async () => {
    await close("2013-12");
    expect(await preview(three.name, "2013-12")).toMatchObject({ asksWhy: true, closed: [{ month: "2013-12" }] });
    await expect(choose(three.name, "2013-12")).rejects.toMatchObject({ fields: { reason: expect.any(String) } });
    await choose(three.name, "2013-12", { reason: "The board decided so." });
    expect(await graded("2.3", "2013-12")).toBe("no grade");
    const { groups } = await listEntries(world.actors.auditor, { outcome: "done" }, null, 1);
    expect(sentenceText(groups[0]!.headline)).toContain("chose the grades’ words from December 2013: Red, amber");
    expect(groups[0]!.headline.detail).toContain("The board decided so");
  });
});
