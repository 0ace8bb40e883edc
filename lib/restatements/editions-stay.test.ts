import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import { findEdition } from "#lib/audit/find-edition";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { getDictionary } from "#lib/definitions/get-dictionary";
import { listRestatements } from "#lib/restatements/list-restatements";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { allOf } from "#lib/testing/all-of";
import { commented } from "#lib/testing/commented";
import { answerText } from "#lib/testing/every-query";
import { made } from "#lib/testing/made";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, submit, approve, giveBack, seenWords } = commented(() => world, database);
const { publish, close } = inMonths(() => world, database);
const { restate } = inRestatements(() => world, database);
const [slug, month] = ["improvement", "2013-12"] as const;

const reads: Record<string, (eyes: PersonActor) => Promise<unknown>> = {
  "the table": (eyes) => getScorecardPage(eyes, slug, { part: undefined }),
  "a theme": (eyes) => getThemePage(eyes, slug, { theme: "quality-of-practice", part: undefined }),
  "an indicator": (eyes) => getIndicatorPage(eyes, slug, { ref: "2.3", isWhole: true }),
  "another indicator": (eyes) => getIndicatorPage(eyes, slug, { ref: "2.5", isWhole: true }),
  "a comment": (eyes) => getCommentPage(eyes, { slug, ref: "2.3", month }),
  "what was restated": (eyes) => listRestatements(eyes, { slug, ref: "2.3" }),
  pictures: (eyes) => getPicturesPage(eyes, slug, { theme: undefined, part: undefined }),
  dictionary: (eyes) => getDictionary(eyes, slug, month),
  "the export": async (eyes) => {
    const scorecard = (await getScorecard(eyes, slug))!;
    return allOf(scorecardCsv(eyes, scorecard, wholeRange(scorecard)!, { made }));
  },
};

const withoutRequests = (text: string) => text.replace(/"requests?":("[^"]*"|\{[^}]*\})/g, "");

async function shown(number: number): Promise<Record<string, string>> {
  const { reader } = world.actors;
  const found = await findEdition(reader, slug, `${month}.${number}`);
  if (!found.ok) throw new Error(found.message);
  const { cut, ...edition } = found.edition;
  const answers = Object.entries(reads).map(async ([what, read]) => {
    return [what, withoutRequests(answerText(await asOf(cut, () => read(asReaderOf(reader, month)))))] as const;
  });
  return { ...Object.fromEntries(await Promise.all(answers)), edition: answerText(edition) };
}

const words = async () => (await seenWords("2.3", month)).revisionId!;
const kept: Record<string, string>[] = [];

/** Every edition so far is as it was when it was published. */
async function stand(): Promise<void> {
  for (const [index, before] of kept.entries()) {
    const now = await shown(index + 1);
    for (const [what, text] of Object.entries(before)) expect(now[what] === text, `${index + 1}: ${what}`).toBe(true);
  }
}
const publishAgain = async (reason: string) => {
  await publish("officer", month, reason);
  kept.push(await shown(kept.length + 1));
};

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "68");
  await approve("head", "2.3", (await submit("lead", "2.3", "Five of seven were siblings."))!.revisionId);
  await record("2.5", "4");
  await close("officer", month, "The board meets.");
  await publishAgain("The board meets on Monday.");
});

describe("every edition stands as it was published", () => {
  test("while its figure is restated, its comment holds, lapses and is written anew", async () => {
    await restate("head", "2.3", { value: "70", holds: true, revisionId: await words() });
    await stand();
    await restate("head", "2.3", { value: "76", holds: false, revisionId: await words() });
    await submit("lead", "2.3", "Three of eight were siblings.");
    await stand();
    await publishAgain("The figure was wrong.");
    expect(kept[1]!["the table"]).not.toContain("siblings");
    await giveBack("head", await words(), "Say which.");
    await approve("head", "2.3", (await submit("lead", "2.3", "Three of the Browns’ eight."))!.revisionId);
    await restate("head", "2.5", { missing: "x", category: "definition change" });
    await stand();
    await publishAgain("The comment came.");
    expect(kept[2]!["the table"]).toContain("Three of the Browns’ eight.");
    expect(kept[2]!["the export"]).toMatch(/2013-12[^\n]*,x r/);
  });

  test("while two restate, two approve and it is published, all at once, again and again", async () => {
    for (let figure = 60; figure < 63; figure++) {
      const revisionId = await words();
      const answers = await Promise.allSettled([
        restate("head", "2.3", { value: String(figure), holds: figure % 2 === 0, revisionId }),
        restate("leadAndHead", "2.3", { value: `${figure + 10}`, holds: true, revisionId }),
        approve("head", "2.3", revisionId),
        publish("officer", month, "Again."),
      ]);
      const failed = answers.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
      for (const { code } of failed) expect(["CONFLICT", "WRONG_STATE", "INVALID"]).toContain(code);
      expect(answers.slice(0, 2).map(({ status }) => status)).toContain("fulfilled");
      await approve("head", "2.3", revisionId).catch(() => undefined);
    }
    const [{ n }] = (await database.asOwner("select max(number)::int as n from edition")) as [{ n: number }];
    for (let number = kept.length + 1; number <= n; number++) kept.push(await shown(number));
    await restate("head", "2.3", { value: "99", holds: false, revisionId: await words() });
    await stand();
    const wrong = await database.asOwner(
      `select from restatement r where not exists (select from edition e
         where e.scorecard_id = r.scorecard_id and e.month = r.month and e.number = r.edition_number and e.published_at <= r.restated_at)`,
    );
    expect(wrong).toEqual([]);
  }, 60_000);

  test("and each restatement follows the one before it without a gap", async () => {
    const rows = await database.asOwner(
      "select figure_before, missing_before, figure, missing, actual_version from restatement where indicator_id = $1 order by actual_version",
      [world.indicators["2.3"]],
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const [index, row] of rows.slice(1).entries()) {
      expect([row.figure_before, row.missing_before]).toEqual([rows[index]!.figure, rows[index]!.missing]);
      expect(Number(row.actual_version)).toBe(Number(rows[index]!.actual_version) + 1);
    }
  });
});
