import { beforeAll, expect, test } from "vitest";
import { database as here } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import type { PersonActor } from "#lib/access/actor";
import { addIndicator } from "#lib/definitions/add-indicator";
import { everyLine } from "#lib/definitions/change-indicator";
import { defineIndicator, previewDefinition } from "#lib/definitions/define-indicator";
import { getAdding } from "#lib/definitions/get-adding";
import { getDefinitionPage } from "#lib/definitions/get-definition-page";
import { getDictionary } from "#lib/definitions/get-dictionary";
import { getMilestones } from "#lib/definitions/get-milestones";
import {
  AddIndicatorInput,
  bandFields,
  DefineIndicatorInput,
  milestoneField,
  PreviewDefinitionInput,
  PreviewMilestonesInput,
  SetMilestonesInput,
} from "#lib/definitions/inputs";
import { previewMilestones, setMilestones } from "#lib/definitions/set-milestones";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { getImport } from "#lib/imports/queries";
import type { IndicatorRead, Reading } from "#lib/imports/reader/reading";
import { addTeam } from "#lib/people/add-team";
import { listTeams } from "#lib/people/list-teams";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { addSection } from "#lib/structure/add-section";
import { addTheme } from "#lib/structure/add-theme";
import { copyScorecard } from "#lib/structure/copy-scorecard";
import { getStructure } from "#lib/structure/get-structure";
import { AddSectionInput, CopyScorecardInput, MakeScorecardInput, RenameSectionInput } from "#lib/structure/inputs";
import { makeScorecard } from "#lib/structure/make-scorecard";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let officer: PersonActor;
let reading: Reading;
const slug = "by-hand";
const first = () => reading.months[0]!.month;

/** Everything by what the screens send, from a scorecard with nothing in it. */
beforeAll(async () => {
  world = await makeWorld(database);
  officer = world.actors.officer;
  const { importId } = await importFirstScorecard(officer);
  reading = (await getImport(officer, importId))!.reading!;
  const [labels] = await listLabelSets(here(), world.organisationId);
  const named = { name: "By hand", address: "", sentence: "", labels: labels!.id, from: first() };
  await makeScorecard(officer, MakeScorecardInput.parse(named));
  const { id: scorecard } = (await getStructure(officer, slug, null, first()))!.scorecard;
  for (const theme of new Set(reading.sections.map((section) => section.theme))) {
    await addTheme(officer, { scorecard, name: theme });
  }
  for (const { number, title, theme, team } of reading.sections) {
    const { themes } = (await getStructure(officer, slug, null, first()))!;
    const of = themes.find(({ name }) => name === theme)!.id;
    await addSection(officer, AddSectionInput.parse({ scorecard, theme: of, number, title: title ?? "(none)" }));
    if (!(await listTeams(officer)).some(({ name }) => name === team)) await addTeam(officer, { name: team });
  }
  for (const each of reading.indicators) await build(scorecard, each);
}, 60_000);

async function build(scorecard: string, read: IndicatorRead) {
  const section = reading.sections.find(({ number }) => number === read.section)!;
  const adding = (await getAdding(officer, slug, first()))!;
  const from = first();
  await addIndicator(
    officer,
    AddIndicatorInput.parse({
      ...{ scorecard, ref: read.ref, from, measure: read.measure, unit: read.unit, direction: read.direction },
      precision: String(read.precision),
      every: String(read.every ?? 1),
      section: adding.sections.find(({ name }) => name.includes(`, ${section.number} `))!.id,
      team: adding.teams.find(({ name }) => name === section.team)!.id,
    }),
  );
  const place = { slug, ref: read.ref };
  const page = (await getDefinitionPage(officer, place, from))!;
  const typed = {
    ...{ indicator: page.read.id, from, seen: page.seen.all },
    ...page.fields,
    refs: read.actionPlanRefs.join(", "),
    ...Object.fromEntries(read.bands.map(({ asTyped }, index) => [bandFields[index]!, asTyped])),
    ...(read.benchmark !== null && {
      benchmark: reading.benchmark!.name,
      value: read.benchmark,
      year: reading.benchmark!.year ?? "",
      source: reading.benchmark!.source ?? "",
    }),
  };
  const shown = await previewDefinition(officer, PreviewDefinitionInput.parse(typed));
  const reason = "As in the plan.";
  await defineIndicator(
    officer,
    DefineIndicatorInput.parse({ ...typed, reason, previewed: everyLine(shown).join("\n") }),
  );
  if (read.milestones.length === 0) return;
  const { seen } = (await getMilestones(officer, place, null))!;
  const planned = {
    ...{ indicator: page.read.id, seen },
    ...Object.fromEntries(read.milestones.map(({ month, asTyped }) => [milestoneField(month), asTyped])),
  };
  const change = await previewMilestones(officer, PreviewMilestonesInput.parse(planned));
  await setMilestones(
    officer,
    SetMilestonesInput.parse({ ...planned, reason, previewed: everyLine(change).join("\n") }),
  );
}

const imported = "childrens-services-improvement-scorecard";
const untitled = (text: string) => text.replaceAll("(none)", "(no title in the source)");
const entries = async (of: string) =>
  JSON.parse(untitled(JSON.stringify((await getDictionary(officer, of, "2013-12"))!.entries)));

test("what is built by hand is in every word of its dictionary what is imported from the same source", async () => {
  const [built, came] = [await entries(slug), await entries(imported)];
  expect(built).toHaveLength(16);
  expect(built).toEqual(came);
});

test("and in every milestone, and in the order of themes, sections and indicators", async () => {
  const places = async (of: string) =>
    (await getStructure(officer, of, "2013-12", "2013-12"))!.themes.map(({ name, slug: at, sections }) => [
      name,
      at,
      sections.map(({ number, indicators }) => [number, indicators.map(({ ref, measure }) => [ref, measure])]),
    ]);
  expect(await places(slug)).toEqual(await places(imported));
  const milestones = async (of: string) =>
    Promise.all(
      reading.indicators.map(async ({ ref }) => (await getMilestones(officer, { slug: of, ref }, "2013-09"))!.typed),
    );
  expect(await milestones(slug)).toEqual(await milestones(imported));
});

test("a copy is in every word the same, from its own first month on, with the milestones ahead and without figures", async () => {
  const { scorecard } = (await getStructure(officer, imported, null, first()))!;
  const named = { name: "The copy", address: "copy", sentence: "For the next plan.", from: "2014-04" };
  const given = CopyScorecardInput.parse({ of: scorecard.id, as: "2013-12", ...named });
  await expect(copyScorecard(world.actors.lead, given)).rejects.toMatchObject({ code: "WRONG_ROLE" });
  expect(await copyScorecard(officer, given)).toBe("copy");
  const copied = (await getDictionary(officer, "copy", "2014-04"))!.entries;
  expect(copied).toEqual((await getDictionary(officer, imported, "2013-12"))!.entries);
  const rows = (of: string) =>
    database.asOwner(
      `select i.ref, (select count(*) from actual a where a.indicator_id = i.id)::int as actuals,
         (select array_agg(to_char(m.month, 'YYYY-MM ') || m.as_typed || m.edge || m.strict order by m.month)
          from milestone m where m.indicator_id = i.id and m.month >= '2014-04-01') as milestones
       from indicator i join scorecard s on s.id = i.scorecard_id where s.slug = '${of}' order by i.ref`,
    );
  const ahead = await rows(imported);
  expect(ahead.filter(({ milestones }) => milestones).length).toBeGreaterThan(0);
  expect(await rows("copy")).toEqual(ahead.map((each) => ({ ...each, actuals: 0 })));
  const behind = `select 1 from milestone m join indicator i on i.id = m.indicator_id join scorecard s on s.id = i.scorecard_id
    where s.slug = 'copy' and m.month < '2014-04-01'`;
  expect(await database.asOwner(behind)).toEqual([]);
  const { groups } = await listEntries(world.actors.auditor, { verb: "scorecard.copy", outcome: "done" });
  expect(sentenceText(groups[0]!.headline)).toBe("The officer added the scorecard The copy");
  await expect(copyScorecard(officer, given)).rejects.toMatchObject({ fields: { address: expect.any(String) } });
});

test("another import of the same name as one made by hand is refused, and one of another name stands beside it", async () => {
  const found = (await getStructure(officer, slug, null, first()))!;
  const [section] = found.themes[0]!.sections;
  expect(
    RenameSectionInput.safeParse({
      scorecard: found.scorecard.id,
      section: section!.id,
      number: "1000",
      title: "",
      seen: 1,
    }).success,
  ).toBe(false);
  await expect(
    makeScorecard(officer, {
      name: reading.name,
      address: null,
      sentence: null,
      labels: reading.labelSet.id,
      from: first(),
    }),
  ).rejects.toMatchObject({ code: "INVALID", fields: { name: expect.stringContaining(imported) } });
});
