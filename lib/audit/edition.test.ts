import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { findEdition } from "#lib/audit/find-edition";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { listEditionSheets } from "#lib/scorecards/list-edition-sheets";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { allOf } from "#lib/testing/all-of";
import { changeEverything } from "#lib/testing/change-everything";
import { commented } from "#lib/testing/commented";
import { answerText } from "#lib/testing/every-query";
import { made } from "#lib/testing/made";
import { inMonths } from "#lib/testing/months";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve } = commented(() => world, database);
const { publish, close } = inMonths(() => world, database);

const slug = "improvement";
const month = "2013-12";

/** What pages and the export read, with the eyes that an edition is read with. */
const reads: Record<string, (eyes: PersonActor) => Promise<unknown>> = {
  "the table": (eyes) => getScorecardPage(eyes, slug, { part: undefined }),
  "a theme": (eyes) => getThemePage(eyes, slug, { theme: "quality-of-practice", part: undefined }),
  "an indicator": (eyes) => getIndicatorPage(eyes, slug, { ref: "2.3", isWhole: true }),
  "a comment": (eyes) => getCommentPage(eyes, { slug, ref: "2.3", month }),
  "the export": async (eyes) => {
    const scorecard = (await getScorecard(eyes, slug))!;
    return allOf(scorecardCsv(eyes, scorecard, wholeRange(scorecard)!, { made }));
  },
};

const everybody = ["lead", "head", "auditor", "officer", "reader"] as const;
type Who = (typeof everybody)[number];

const withoutRequests = (text: string) => text.replace(/"requests?":("[^"]*"|\{[^}]*\})/g, "");

async function shown(who: Who): Promise<Record<string, string>> {
  const actor = world.actors[who];
  const found = await findEdition(actor, slug, "2013-12.1");
  if (!found.ok) throw new Error(found.message);
  const { cut, ...edition } = found.edition;
  const answers = Object.entries(reads).map(async ([what, read]) => {
    const answer = answerText(await asOf(cut, () => read(asReaderOf(actor, edition.month))));
    // Who asks stands in no answer but as the person a form is for.
    return [what, withoutRequests(answer)] as const;
  });
  return { ...Object.fromEntries(await Promise.all(answers)), edition: answerText(edition) };
}

let kept: Record<string, string>;

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  const { revisionId } = (await submit("lead", "2.3", "Five of seven were siblings."))!;
  await approve("head", "2.3", revisionId);
  await record("2.5", "4");
  await record("2.5", "39", "2014-01");
  await close("officer", "2013-12", "The board meets.");
  await publish("officer", "2013-12", "The board meets on Monday.");
  kept = await shown("reader");
});

describe("an edition", () => {
  test("shows the closed months up to its own, with approved words, and nothing of a later month", () => {
    expect(kept["the table"]).toContain("Five of seven were siblings.");
    expect(kept["the table"]).toContain('"published"');
    expect(kept["the export"]).toContain("2013-12,68,");
    for (const text of Object.values(kept)) expect(text).not.toContain('"39"');
    // Minutes and seconds are 39 once in a while.
    expect(kept["the export"]).not.toMatch(/(?<![:.\d])39(?![:.\dZ])/);
  });

  test.each(everybody)("shows the %s what it shows everybody", async (who) => {
    const own = await shown(who);
    const { "a comment": comment, ...others } = own;
    const { "a comment": theirs, ...rest } = kept;
    expect(others).toEqual(rest);
    expect(comment).toContain("Five of seven were siblings.");
    expect(theirs).toContain("Five of seven were siblings.");
  });
});

describe("after everything has changed, and the month was published again", () => {
  beforeAll(async () => {
    await changeEverything(database, world);
    await publish("officer", "2013-12", "Everything was wrong.");
  });

  test("an edition shows what it showed, byte for byte", async () => {
    const now = await shown("reader");
    for (const [what, text] of Object.entries(kept)) expect(now[what] === text, what).toBe(true);
  });

  test("the next edition and the present show something else, so that they could have shone through", async () => {
    const { reader } = world.actors;
    const second = await findEdition(reader, slug);
    if (!second.ok) throw new Error(second.message);
    expect(second.edition).toMatchObject({ month, number: 2 });
    for (const [what, read] of Object.entries(reads)) {
      const eyes = asReaderOf(reader, month);
      expect(withoutRequests(answerText(await asOf(second.edition.cut, () => read(eyes)))), what).not.toBe(kept[what]);
      expect(withoutRequests(answerText(await read(eyes))), what).not.toBe(kept[what]);
    }
  });

  test("home shows a reader the newest", async () => {
    const sheets = await listEditionSheets(world.actors.reader);
    expect(sheets.map(({ edition, sheet }) => [edition, sheet.scorecard.name])).toEqual([
      [{ month, number: 2 }, "Changed scorecard"],
    ]);
  });
});
