import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { band, bandSet, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { label, labelSet, scorecardLabelSet, section } from "#db/schema/scorecards";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { firstLabels } from "#lib/people/first-labels";
import { getReturn } from "#lib/returns/queries";
import { bandRows, parseBands } from "#lib/rules/bands";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { typedBands } from "#lib/testing/typed-bands";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

/** From December 2013: easier bands, the Workforce team, another measure; from January 2014 other words for the grades. */
beforeAll(async () => {
  world = await makeWorld(database);
  const from = { indicatorId: world.indicators["2.3"], fromMonth: "2013-12" } as const;
  await perform(operator(database.ownerUrl, "what holds changes"), "operator.change", async (tx) => {
    const easier = parseBands(typedBands(["50-59", "60-69", "70+"]), "higher");
    if (!easier.ok) throw new Error(easier.problems[0]?.message);
    const [set] = await tx.insert(bandSet).values(from).returning({ id: bandSet.id });
    await tx.insert(band).values(bandRows(easier.bands).map((row) => ({ ...row, bandSetId: set!.id, ...from })));
    await tx.insert(indicatorTeam).values({ ...from, teamId: world.teams.workforce });
    const [timeliness] = await tx.select().from(section).where(eq(section.scorecardId, world.scorecard.id));
    await tx.insert(indicatorDefinition).values({
      ...from,
      sectionId: timeliness!.id,
      position: 1,
      measure: "Assessments within 45 days",
      unit: "percent",
      direction: "higher",
      precision: 0,
    });
    const [words] = await tx
      .insert(labelSet)
      .values({ organisationId: world.organisationId, name: "From November 2013" })
      .returning({ id: labelSet.id });
    await tx.insert(label).values(
      firstLabels.map((level) => ({
        ...level,
        labelSetId: words!.id,
        word: level.word === "Adequate" ? "Requires improvement" : level.word,
      })),
    );
    await tx
      .insert(scorecardLabelSet)
      .values({ scorecardId: world.scorecard.id, fromMonth: "2014-01", labelSetId: words!.id });
  });
});

test("an old month keeps the bands, the words, the measure and the team that it had", async () => {
  const scorecard = await getScorecard(world.actors.auditor, "improvement");
  const sheet = await getSheet(world.actors.auditor, scorecard!, { from: "2013-11", to: "2014-01" });
  const cells = sheet.indicators.find(({ ref }) => ref === "2.3")?.cells;
  expect(cells?.get("2013-11")).toMatchObject({
    actual: { value: "63" },
    grade: 4,
    labels: { 2: { word: "Adequate" } },
    at: { measure: "Measure 2.3", team: { name: "Assessment" }, bands: { bestFirst: { 1: { asTyped: "71-75" } } } },
  });
  expect(cells?.get("2013-12")).toMatchObject({
    labels: { 2: { word: "Adequate" } },
    at: {
      measure: "Assessments within 45 days",
      team: { name: "Workforce" },
      bands: { bestFirst: { 1: { asTyped: "60-69" } } },
    },
  });
  expect(cells?.get("2014-01")?.labels[2]?.word).toBe("Requires improvement");
  expect(sheet).toMatchObject({
    focus: "2013-11",
    labels: { 2: { word: "Adequate" } },
    labelsNow: { 2: { word: "Requires improvement" } },
  });
});

test("a return is asked for in the words of its own month, though nothing is recorded in it yet", async () => {
  const [december] = (await getReturn(world.actors.lead, "2013-12")).parts;
  const [january] = (await getReturn(world.actors.lead, "2014-01")).parts;
  expect([december, january].map((part) => part?.labels[2]?.word)).toEqual(["Adequate", "Requires improvement"]);
});
