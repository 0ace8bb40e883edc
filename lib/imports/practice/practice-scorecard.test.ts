import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { makePracticeScorecard, practiceSlug } from "#lib/imports/practice/make-practice-scorecard";
import { practiceFigures } from "#lib/imports/practice/practice-figures";
import { practiceMeasures } from "#lib/imports/practice/practice-reading";
import { restatePractice } from "#lib/imports/practice/restate-practice";
import { publishMonths } from "#lib/imports/publish-months";
import { getMonth } from "#lib/months/get-month";
import { listRestatements } from "#lib/restatements/list-restatements";
import { assuranceOf, variationOf } from "#lib/rules/control-chart";
import type { Month } from "#lib/rules/month";
import { controlOf } from "#lib/scorecards/control-of";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let page: NonNullable<Awaited<ReturnType<typeof getPicturesPage>>>;

const make = () =>
  perform(operator(database.ownerUrl, "practice", world.organisationId), "operator.change", (tx) =>
    makePracticeScorecard(tx, world.organisationId),
  );

beforeAll(async () => {
  world = await makeWorld(database);
  await make();
  page = (await getPicturesPage(world.actors.auditor, practiceSlug, { theme: undefined, part: undefined }))!;
});

test("is the same every time, and made once", async () => {
  const figures = practiceMeasures.map(({ ref, at }) => practiceFigures(ref, at));
  expect(practiceMeasures.map(({ ref, at }) => practiceFigures(ref, at))).toEqual(figures);
  await make();
  const [count] = await database.asOwner("select count(*)::int as many from scorecard where slug = $1", [practiceSlug]);
  expect(count).toEqual({ many: 1 });
});

test("has forty indicators over three years, and says of itself and of each that its figures are made up", () => {
  const { scorecard, sheet } = page;
  expect([scorecard.name, scorecard.size, scorecard.months.length]).toEqual([
    "Practice scorecard (made-up figures)",
    40,
    36,
  ]);
  expect(sheet.indicators.every(({ now }) => /\(made up\)/.test(now.measure) && /^Practice/.test(now.theme.name))).toBe(
    true,
  );
});

describe("shows every picture at once:", () => {
  const cells = () => page.sheet.indicators.flatMap((indicator) => [...indicator.cells.values()]);
  const shown = (month: Month) => page.sheet.figureMonths.includes(month);

  test("every signal on both sides, every variation and every assurance", () => {
    const charts = page.sheet.indicators.map((indicator) => {
      return { indicator, stretches: controlOf(indicator, page.sheet.figureMonths) };
    });
    const signals = charts.flatMap(({ stretches }) =>
      stretches.flatMap(({ points }) => points.flatMap(({ signals: own }) => own)),
    );
    const kinds = ["outside", "two of three", "shift", "trend"].flatMap((kind) => [`${kind} high`, `${kind} low`]);
    expect(new Set(signals.map(({ kind, side }) => `${kind} ${side}`))).toEqual(new Set(kinds));
    const variations = charts.map(({ indicator, stretches }) => variationOf(stretches, indicator.now));
    expect(new Set(variations.map((variation) => variation && Object.values(variation).join(" ")))).toEqual(
      new Set([null, "common cause", "improvement high", "improvement low", "concern high", "concern low"]),
    );
    const assurances = charts.flatMap(({ indicator, stretches }) => {
      const milestone = indicator.cells.get("2013-12")?.milestone?.milestone;
      return milestone ? [assuranceOf(stretches, milestone, indicator.now.direction)] : [];
    });
    expect(new Set(assurances.filter(Boolean))).toEqual(
      new Set(["consistently passes", "consistently fails", "hit or miss"]),
    );
  });

  test("figures that readers are not shown, for being few and of a percentage", () => {
    const hidden = cells().filter(({ small }) => small);
    expect(new Set(hidden.map(({ at }) => at.unit))).toEqual(new Set(["count", "percent"]));
    expect(hidden.every(({ month, at }) => month >= "2013-01" && at.hidesSmall)).toBe(true);
  });

  test("every level and every kind of none", () => {
    expect(new Set(cells().flatMap(({ grade }) => grade ?? []))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(cells().flatMap(({ actual }) => actual?.missing ?? []))).toEqual(new Set(["x", "z", "c"]));
    expect(cells().some(({ month, isDue, actual }) => shown(month) && isDue && !actual)).toBe(true);
    expect(new Set(cells().map(({ every }) => every))).toEqual(new Set([1, 3, 12]));
  });

  test("parts, flags, a break, and bands that change", () => {
    const actuals = cells().flatMap(({ actual }) => actual ?? []);
    expect(actuals.some(({ numerator, denominator }) => numerator !== null && denominator !== null)).toBe(true);
    expect(actuals.some(({ provisional }) => provisional)).toBe(true);
    expect(cells().some(({ at }) => at.breakInSeries)).toBe(true);
    const bands = page.sheet.indicators.map(
      ({ cells: own }) => new Set([...own.values()].map(({ at }) => JSON.stringify(at.bands))).size,
    );
    expect(bands.filter((many) => many === 2)).toHaveLength(2);
  });
});

test("two published figures are restated, published again, and stay so; nobody is left with the team", async () => {
  const { officer, head, auditor } = world.actors;
  const month: Month = "2013-12";
  await publishMonths(officer, practiceSlug, { months: [month], reason: "made up" });
  await restatePractice(officer, head, month);
  await restatePractice(officer, head, month);
  expect((await getMonth(officer, practiceSlug, month))?.editions).toHaveLength(2);
  const told = await listRestatements(auditor, { slug: practiceSlug, month });
  expect(told.map(({ ref, category, after }) => `${ref} ${category} ${after.figure}`).toSorted()).toEqual([
    "1.1 late data 80",
    "1.3 error 149",
  ]);
  expect(told.every(({ before, after }) => before.figure !== null && before.figure !== after.figure)).toBe(true);
  const held = await database.asOwner(
    "select from role_grant g join team t on t.id = g.team_id where t.name = 'Practice team' and g.revoked_at is null",
  );
  expect(held).toEqual([]);
});
