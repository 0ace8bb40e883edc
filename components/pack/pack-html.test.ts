import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { packFoot, packHtml } from "#components/pack/pack-html";
import { packShapes } from "#components/pack/pack-style";
import { saidView } from "#components/scorecards/said-view";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { findEdition } from "#lib/audit/find-edition";
import type { Past } from "#lib/audit/find-past";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { readPack } from "#lib/months/read-pack";
import { formatFigure } from "#lib/rules/figure";
import { levelOf } from "#lib/rules/labels";
import { madeOf } from "#lib/rules/made";
import { openExport } from "#lib/scorecards/open-export";
import { packRange } from "#lib/scorecards/pack-range";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { submit, approve } = commented(() => world, database);
const { publish, close } = inMonths(() => world, database);
const timeZone = "Europe/London";

beforeAll(async () => {
  world = await makeWorld(database);
});

async function packOf(actor: PersonActor, slug: string, past: Past | null = null) {
  const eyes = past?.edition ? asReaderOf(actor, past.edition.month) : actor;
  const opened = await openExport(eyes, slug, {}, past, packRange);
  if (!opened.ok) throw new Error(opened.message);
  const made = madeOf({
    by: actor.person.name,
    at: new Date("2014-07-14T08:30:05Z"),
    of: past,
    cut: opened.cut,
    timeZone,
  });
  const pack = (await readPack(actor, opened, { past, eyes, cells: 40 }))!;
  return { pack, html: packHtml(pack, made, "A4"), foot: packFoot(pack, made, "A4") };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("the pack of the first scorecard", () => {
  let made: Awaited<ReturnType<typeof packOf>>;
  beforeAll(async () => {
    const { importId } = await importFirstScorecard(world.actors.officer);
    const [found] = await database.asOwner(
      "select slug from scorecard join import on import.scorecard_id = scorecard.id where import.id = $1",
      [importId],
    );
    made = await packOf(world.actors.auditor, String(found?.slug));
  });

  test("has every figure, grade, milestone and newest word of its sheet, and what each indicator is", () => {
    const { html, pack } = made;
    const { indicators, figureMonths, milestoneMonths } = pack.sheet;
    expect(indicators.length).toBeGreaterThan(10);
    for (const { ref, now, cells } of indicators) {
      const row = new RegExp(`<tr><th scope="row">${ref.replaceAll(".", "\\.")}</th>.*?</tr>`).exec(html)?.[0] ?? "";
      expect(row).toContain(escaped(now.measure));
      const said = figureMonths.flatMap((month) => {
        const cell = cells.get(month);
        if (cell?.actual?.value == null) return [];
        return [formatFigure(cell.actual.value, cell.at.precision), levelOf(cell.labels, cell.grade)?.word ?? ""];
      });
      const places = said.map((text) => row.indexOf(escaped(text)));
      expect(places).not.toContain(-1);
      for (const month of milestoneMonths) {
        const milestone = cells.get(month)?.milestone;
        if (milestone) expect(row).toContain(escaped(`${milestone.milestone.asTyped}, ${milestone.state}`));
      }
      const newest = figureMonths
        .toReversed()
        .flatMap((month) => saidView(cells.get(month) ?? { comment: null, month }, timeZone, true) ?? [])[0];
      if (newest) expect(html).toContain(escaped(newest.body ?? newest.standing));
      expect(html).toContain(`<h2>${escaped(`${ref} ${now.measure}`)}</h2>`);
      if (said.length > 0) expect(html).toContain(`aria-label="Chart of ${escaped(`${ref} ${now.measure}`)}. `);
    }
  });

  test("says on every page that its figures are live ones, and of which cut", () => {
    expect(made.foot).toContain(`Live figures, not published · cut ${made.pack.cut} · made `);
    expect(made.html).toContain('<html lang="en-GB">');
    expect(made.html).toContain(": board pack, Live figures, not published</title>");
  });

  test("has nothing that is fetched or runs", () => {
    expect(made.html).not.toMatch(/<script|<link|<img|<iframe|\burl\(|@import| href=| src=/);
    expect(made.html).toContain("default-src 'none'");
  });
});

test("a reader's pack of an edition has what was approved and no other words, which stay words", async () => {
  const { actors, scorecard } = world;
  await publish("officer", "2013-11", "The board meets.");
  const submitted = await submit("lead", "2.3", 'Seen by the <img src="http://example.test/x.png"> panel.');
  await approve("head", "2.3", submitted!.revisionId);
  await submit("lead", "2.5", "Nobody has approved this.");
  await close("officer", "2013-12", "The board meets.");
  await publish("officer", "2013-12", "The board meets.");
  const found = await findEdition(actors.reader, scorecard.slug);
  if (!found.ok) throw new Error(found.message);
  const { edition } = found;
  const { html, foot } = await packOf(actors.reader, scorecard.slug, {
    cut: edition.cut,
    takenAt: edition.takenAt,
    edition,
  });
  expect(html).not.toContain("Nobody has approved this.");
  expect(html).toContain("Reason: The board meets.");
  expect(html).toContain("Restated since edition 1 of November 2013");
  expect(html).toContain("Seen by the &lt;img src=&quot;http://example.test/x.png&quot;&gt; panel.");
  expect(html).toContain("Edition 1 of December 2013");
  expect(foot).toContain("Edition 1 of December 2013 · cut ");
  expect(html).not.toContain("Live figures");
});

test("the shapes are those of the pages", () => {
  const pages = readFileSync("app/grades.css", "utf8").replaceAll(/\s+/g, " ");
  for (const shape of Object.values(packShapes)) expect(pages).toContain(`--shape: ${shape};`);
});
