import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { appPool, database as here } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { asOf } from "#lib/audit/as-of";
import { takeCut } from "#lib/audit/take-cut";
import { addIndicator } from "#lib/definitions/add-indicator";
import { getAdding } from "#lib/definitions/get-adding";
import { AddIndicatorInput } from "#lib/definitions/inputs";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { openMonth } from "#lib/months/open-month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { listSheets } from "#lib/scorecards/list-sheets";
import { addSection } from "#lib/structure/add-section";
import { addTheme } from "#lib/structure/add-theme";
import { endScorecard } from "#lib/structure/end-scorecard";
import { endSection } from "#lib/structure/end-section";
import { endTheme } from "#lib/structure/end-theme";
import { getStructure } from "#lib/structure/get-structure";
import { AddSectionInput, MakeScorecardInput, MoveIndicatorInput } from "#lib/structure/inputs";
import { makeScorecard } from "#lib/structure/make-scorecard";
import { mergeSection } from "#lib/structure/merge-section";
import { moveIndicator } from "#lib/structure/move-indicator";
import { moveSection } from "#lib/structure/move-section";
import { moveTheme } from "#lib/structure/move-theme";
import { renameScorecard } from "#lib/structure/rename-scorecard";
import { renameSection } from "#lib/structure/rename-section";
import { renameTheme } from "#lib/structure/rename-theme";
import { bySql } from "#lib/testing/by-sql";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const written = bySql(database, () => world);
const { close, newest } = inMonths(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
});

const officer = () => world.actors.officer;
const said = async () =>
  sentenceText((await listEntries(world.actors.auditor, { outcome: "done" }, null, 1)).groups[0]!.headline);
const labels = async () => (await listLabelSets(here(), world.organisationId))[0]!.id;
const make = async (who: keyof World["actors"], given: Partial<z.input<typeof MakeScorecardInput>> = {}) =>
  makeScorecard(
    world.actors[who],
    MakeScorecardInput.parse({
      name: "Care leavers’ plan",
      address: "",
      sentence: "What we promised care leavers.",
      labels: await labels(),
      from: "2013-04",
      ...given,
    }),
  );
const structure = async (month: "2013-12" | "2014-03" | "2014-06" | null = null, slug = world.scorecard.slug) =>
  (await getStructure(officer(), slug, month, "2014-03"))!;
/** As "Theme: 1 Section [refs]", in order. */
const shown = async (...given: Parameters<typeof structure>) =>
  (await structure(...given)).themes.flatMap(({ name, sections }) => [
    `${name}:`,
    ...sections.map(
      ({ number, title, indicators }) => `${number} ${title} [${indicators.map(({ ref }) => ref).join(" ")}]`,
    ),
  ]);
const themeCalled = async (name: string) => (await structure()).themes.find((theme) => theme.name === name)!;
const sectionOf = async (number: number) =>
  (await structure()).themes.flatMap(({ sections }) => sections).find((section) => section.number === number)!;
const of = () => ({ scorecard: world.scorecard.id });

describe("a scorecard made by hand", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s to make", async (who) => {
    await expect(make(who)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "scorecard.make", operation: "refused", person: world.people[who] });
  });

  test("is found at an address made of its name, says what it is for, and is told of", async () => {
    expect(await make("officer")).toBe("care-leavers-plan");
    expect(await said()).toBe("The officer added the scorecard Care leavers’ plan");
    const made = await structure(null, "care-leavers-plan");
    expect(made.scorecard).toMatchObject({ sentence: "What we promised care leavers.", ended: null });
    expect(made).toMatchObject({ themes: [], month: "2013-04" });
  });

  test("at an address or with words that are not to be had is refused", async () => {
    await expect(make("officer")).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.stringContaining("care-leavers-plan") },
    });
    await expect(make("officer", { name: "Another", address: "care-leavers-plan" })).rejects.toMatchObject({
      fields: { address: expect.any(String) },
    });
    await expect(make("officer", { name: "Another", labels: world.organisationId })).rejects.toMatchObject({
      fields: { labels: expect.any(String) },
    });
    expect(() => MakeScorecardInput.parse({ name: "x", address: "Ä b", labels: "", from: "" })).toThrow(
      "An address has small letters",
    );
  });

  test("by another organisation stands with theirs, at the same address", async () => {
    const [set] = await listLabelSets(here(), neighbour.organisationId);
    const given = {
      name: "Care leavers’ plan",
      address: null,
      sentence: null,
      labels: set!.id,
      from: "2013-04",
    } as const;
    expect(await makeScorecard(neighbour.actors.officer, given)).toBe("care-leavers-plan");
    await expect(
      makeScorecard(neighbour.actors.officer, { ...given, name: "Ours", labels: await labels() }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is called otherwise by one of two at once", async () => {
    const { scorecard } = await structure(null, "care-leavers-plan");
    const rename = (name: string) =>
      renameScorecard(officer(), {
        scorecard: scorecard.id,
        name,
        sentence: scorecard.sentence,
        seen: scorecard.version,
      });
    const both = await Promise.allSettled([rename("Leaving care"), rename("After care")]);
    const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refused.reason).toMatchObject({ code: "CONFLICT" });
    expect(await said()).toMatch(
      /^The officer renamed the scorecard Care leavers’ plan: it is (Leaving|After) care now$/,
    );
  });
});

describe("themes", () => {
  test("are added, called otherwise and moved", async () => {
    expect(await shown()).toEqual(["Quality of Practice:", "2 Timeliness [2.3 2.5 4.3]"]);
    await addTheme(officer(), { ...of(), name: "Workforce" });
    expect(await said()).toBe("The officer added the theme Workforce");
    await expect(addTheme(officer(), { ...of(), name: "workforce" })).rejects.toMatchObject({ code: "INVALID" });
    const { id: theme, version: seen } = await themeCalled("Workforce");
    await renameTheme(officer(), { ...of(), theme, name: "Our workforce", seen });
    expect(await said()).toBe("The officer renamed the theme Workforce: it is Our workforce now");
    await expect(renameTheme(officer(), { ...of(), theme, name: "Staff", seen })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("it is Our workforce, number 2 of 2"),
    });
    await moveTheme(officer(), { ...of(), theme, way: "up", seen: seen + 1 });
    expect(await said()).toMatch(/^The officer moved the theme /);
    expect((await shown())[0]).toBe("Our workforce:");
    await expect(moveTheme(officer(), { ...of(), theme, way: "up", seen: seen + 2 })).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  test("end once they are empty, for ever, and give their name free", async () => {
    const full = await themeCalled("Quality of Practice");
    await expect(endTheme(officer(), { ...of(), theme: full.id, seen: full.version })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: "Section 2 stands in Quality of Practice. Move its sections first, or end them.",
    });
    const force = `update theme set ended_at = now(), ended_by = '${world.people.officer}' where id = '${full.id}'`;
    await expect(written("asApp", "officer", "theme.end", force)).rejects.toMatchObject({ detail: "WRONG_STATE" });
    const { id: theme, version: seen } = await themeCalled("Our workforce");
    await endTheme(officer(), { ...of(), theme, seen });
    expect(await said()).toBe("The officer ended the theme Our workforce");
    expect(await shown()).toHaveLength(2);
    await expect(renameTheme(officer(), { ...of(), theme, name: "Back", seen: seen + 1 })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    await expect(
      addSection(officer(), AddSectionInput.parse({ ...of(), theme, number: "9", title: "Into what ended" })),
    ).rejects.toMatchObject({ fields: { theme: expect.any(String) } });
    await addTheme(officer(), { ...of(), name: "Our workforce" });
    expect((await themeCalled("Our workforce")).slug).toBe("our-workforce");
  });
});

describe("sections", () => {
  const add = async (number: string, title: string) =>
    addSection(
      officer(),
      AddSectionInput.parse({ ...of(), theme: (await themeCalled("Quality of Practice")).id, number, title }),
    );

  test("are added, numbered and titled", async () => {
    await add("3", "Views");
    expect(await said()).toBe("The officer added section 3 Views");
    await expect(add("3", "Others")).rejects.toMatchObject({
      fields: { number: "Section 3 Views goes by this number. Give another one." },
    });
    const { id: section, version: seen } = await sectionOf(3);
    await renameSection(officer(), { ...of(), section, number: 5, title: "Views and Wishes", seen });
    expect(await said()).toBe("The officer renamed section 3 Views: it is 5 Views and Wishes now");
    await expect(
      renameSection(officer(), { ...of(), section, number: 5, title: null, seen: seen + 1 }),
    ).rejects.toMatchObject({
      fields: { title: "Give a title." },
    });
  });

  test("are moved to another theme, of the same scorecard alone", async () => {
    const { id: section, version: seen } = await sectionOf(5);
    const theirs = (await getStructure(neighbour.actors.officer, neighbour.scorecard.slug, null, "2014-03"))!
      .themes[0]!;
    await expect(moveSection(officer(), { ...of(), section, theme: theirs.id, seen })).rejects.toMatchObject({
      code: "INVALID",
    });
    await moveSection(officer(), { ...of(), section, theme: (await themeCalled("Our workforce")).id, seen });
    expect(await said()).toBe("The officer moved section 5 Views and Wishes to Our workforce");
    expect(await shown()).toEqual([
      "Quality of Practice:",
      "2 Timeliness [2.3 2.5 4.3]",
      "Our workforce:",
      "5 Views and Wishes []",
    ]);
  });

  test("with an indicator in them do not end", async () => {
    const { id: section, version: seen } = await sectionOf(2);
    await expect(endSection(officer(), { ...of(), section, seen })).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("2.3 stands in section 2 Timeliness"),
    });
  });
});

describe("an indicator", () => {
  const move = async (ref: "2.3" | "2.5" | "4.3", to: string, from: "2013-12" | "2014-03" | "2014-06") => {
    const found = (await structure(from)).themes.flatMap(({ sections }) =>
      sections.flatMap(({ indicators }) => indicators),
    );
    const { id, definition } = found.find((each) => each.ref === ref)!;
    return moveIndicator(officer(), MoveIndicatorInput.parse({ ...of(), indicator: id, to, from, seen: definition }));
  };

  test("is moved up and down in its section, from a month on", async () => {
    await move("2.5", "up", "2014-03");
    expect(await said()).toBe("The officer moved 2.5 from March 2014");
    expect(await shown("2014-03")).toContain("2 Timeliness [2.5 2.3 4.3]");
    expect(await shown("2013-12")).toContain("2 Timeliness [2.3 2.5 4.3]");
    await expect(move("2.5", "up", "2014-03")).rejects.toMatchObject({
      message: "2.5 is the first of its section already.",
    });
  });

  test("is moved to another section, with its figures, grades and team as they were", async () => {
    await move("4.3", (await sectionOf(5)).id, "2014-03");
    expect(await said()).toBe("The officer placed 4.3 in section 5 Views and Wishes from March 2014");
    expect(await shown("2014-03")).toEqual([
      "Quality of Practice:",
      "2 Timeliness [2.5 2.3]",
      "Our workforce:",
      "5 Views and Wishes [4.3]",
    ]);
    expect(await shown("2013-12")).toContain("2 Timeliness [2.3 2.5 4.3]");
    const scorecard = (await getScorecard(officer(), world.scorecard.slug))!;
    const sheet = await getSheet(officer(), scorecard, { from: "2013-12", to: "2014-01" });
    expect(sheet.indicators.map(({ ref }) => ref)).toEqual(["2.3", "2.5", "4.3"]);
  });

  test("that was moved by somebody else meanwhile is a conflict", async () => {
    const view = await structure("2014-06");
    const [first] = view.themes[0]!.sections[0]!.indicators;
    const twice = (to: string) =>
      moveIndicator(
        officer(),
        MoveIndicatorInput.parse({ ...of(), indicator: first!.id, to, from: "2014-06", seen: first!.definition }),
      );
    const both = await Promise.allSettled([twice("down"), twice("down")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    expect(await shown("2014-06")).toContain("2 Timeliness [2.3 2.5]");
  });

  test("takes its place with it into what was set from later months", async () => {
    await move("4.3", (await sectionOf(2)).id, "2014-03");
    await move("4.3", (await sectionOf(5)).id, "2014-06");
    await move("4.3", (await sectionOf(5)).id, "2013-12");
    expect(await shown("2013-12")).toContain("5 Views and Wishes [4.3]");
    expect(await shown("2014-06")).toContain("5 Views and Wishes [4.3]");
  });
});

describe("a section that is merged into another", () => {
  test("gives it its indicators and ends; the past shows how it was", async () => {
    const cut = (await takeCut(appPool()))!;
    const { id: section, version: seen } = await sectionOf(5);
    await mergeSection(officer(), { ...of(), section, into: (await sectionOf(2)).id, from: "2013-12", seen });
    expect(await said()).toBe("The officer merged section 5 Views and Wishes into another");
    expect(await shown("2013-12")).toEqual(["Quality of Practice:", "2 Timeliness [2.3 2.5 4.3]", "Our workforce:"]);
    expect(await asOf(cut, () => shown("2013-12"))).toContain("5 Views and Wishes [4.3]");
    const adding = (await getAdding(officer(), world.scorecard.slug, "2014-03"))!;
    expect(adding.sections).toHaveLength(1);
    const into = `insert into indicator_definition (indicator_id, from_month, set_by, section_id, position, measure, unit, direction, precision)
      values ('${world.indicators["2.3"]}', '2015-01-01', '${world.people.officer}', '${section}', 1, 'x', 'count', 'lower', 0)`;
    await expect(written("asApp", "officer", "indicator.move", into)).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });
});

describe("a scorecard that ends", () => {
  const end = async () => {
    const { scorecard } = await structure();
    return endScorecard(officer(), { ...of(), reason: "The plan is over.", sure: "yes", seen: scorecard.version });
  };

  test("waits for its open months", async () => {
    await expect(end()).rejects.toMatchObject({
      code: "WRONG_STATE",
      message: expect.stringContaining("Close it first"),
    });
    const force = `update scorecard set ended_at = now(), ended_by = '${world.people.officer}', ended_reason = 'x' where id = '${world.scorecard.id}'`;
    await expect(written("asApp", "officer", "scorecard.end", force)).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });

  test("stays to be read, and nothing of it is added or changed any more", async () => {
    for (const month of ["2013-12", "2014-01"] as const) await close("officer", month, "It is over.");
    await end();
    expect(await said()).toBe("The officer ended the scorecard Improvement scorecard. Reason: The plan is over.");
    expect((await structure()).scorecard.ended).toMatchObject({ reason: "The plan is over." });
    expect((await getScorecard(world.actors.lead, world.scorecard.slug))?.months.length).toBeGreaterThan(0);
    expect((await listSheets(officer())).map(({ scorecard }) => scorecard.id)).not.toContain(world.scorecard.id);
    await expect(addTheme(officer(), { ...of(), name: "Late" })).rejects.toMatchObject({ code: "WRONG_STATE" });
    const dates = { figuresDue: "2014-04-14", commentaryDue: "2014-04-21" } as const;
    await expect(
      openMonth(officer(), { scorecardId: world.scorecard.id, month: "2014-03", dates }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
    const what = { measure: "Late", unit: "count", direction: "lower", precision: "0", every: "1" };
    const given = {
      scorecard: world.scorecard.id,
      ref: "9.9",
      from: "2014-03",
      section: (await sectionOf(2)).id,
      team: world.teams.assessment,
    };
    await expect(addIndicator(officer(), AddIndicatorInput.parse({ ...given, ...what }))).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    await expect(end()).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});
