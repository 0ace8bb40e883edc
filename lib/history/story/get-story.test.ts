import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { StoryContent } from "#components/history/story-content";
import { storyView } from "#components/history/story-view";
import { asSent, received } from "#components/ui/sent";
import { useDatabase } from "#db/testing/use-database";
import { sentenceText } from "#lib/history/sentence";
import { getStory } from "#lib/history/story/get-story";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { inReturns } from "#lib/testing/returns";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { record, draft, submit, approve, giveBack } = commented(() => world, database);
const { close, publish } = inMonths(() => world, database);
const { restate } = inRestatements(() => world, database);
const { explainAll, handIn, ask } = inReturns(() => world, database);

const place = () => ({ slug: world.scorecard.slug, ref: "2.3", month: "2013-12" }) as const;
const told = async (who: keyof World["actors"], of = place()) => (await getStory(world.actors[who], of))?.lines ?? null;
const said = async (who: keyof World["actors"]) =>
  (await told(who))?.map(({ sentence }) => sentenceText(sentence)) ?? null;

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "66");
  await draft("lead", "2.3", "Two posts are");
  await draft("lead", "2.3", "Two posts are vacant since October.");
  const first = (await submit("lead", "2.3", "Two posts are vacant since October."))!.revisionId;
  await giveBack("head", first, "Say what is done.");
  const second = (await submit("lead", "2.3", "Two posts are vacant since November, and advertised."))!.revisionId;
  await approve("head", "2.3", second);
  await record("2.3", "60");
  await approve("head", "2.3", (await submit("lead", "2.3", "One post is filled."))!.revisionId);
}, 60_000);

describe("the story of one cell", () => {
  test("tells figures, words, decisions with what was seen, and lapses, in the order in which they came", async () => {
    const sentences = (await said("auditor"))!;
    const places = [
      /recorded 2\.3 for December 2013: 66 \(Adequate\)/,
      /(drafted|went on drafting) revision 1/,
      /submitted revision 1/,
      /returned revision 1 .*Say what is done/,
      /submitted revision 2/,
      /approved revision 2 .*For the figure 66 \(Adequate\)/,
      /changed 2\.3 for December 2013: 66 \(Adequate\) → 60 \(Inadequate\)/,
      /approval of .* revision 2 .* lapsed because/,
      /submitted revision 3/,
      /approved revision 3 .*For the figure 60 \(Inadequate\)/,
    ].map((words) => sentences.findIndex((sentence) => words.test(sentence)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(sentences.filter((sentence) => /drafted|went on drafting/.test(sentence)).length).toBeLessThanOrEqual(3);
  });

  test("marks what became of the words from one revision to the next", async () => {
    const story = (await getStory(world.actors.auditor, place()))!;
    const view = storyView(story, place(), "Europe/London");
    const words = view.lines.flatMap((line) => (line.words ? [line.words] : []));
    expect(words.flat()).toContainEqual({ kind: "removed", words: expect.stringContaining("October") });
    expect(words.flat()).toContainEqual({ kind: "added", words: expect.stringContaining("advertised") });
    expect(words).toContain("One post is filled.");
  });

  test("is for whoever reads its history: drafts' words for its leads and the auditor, none of it for others", async () => {
    const wordsOf = async (who: keyof World["actors"]) => JSON.stringify((await told(who))?.map(({ words }) => words));
    expect(await wordsOf("lead")).toContain("vacant since October");
    expect(await wordsOf("head")).toContain("vacant since October");
    await draft("lead", "2.5", "Nobody else's yet.");
    const other = { ...place(), ref: "2.5" } as unknown as ReturnType<typeof place>;
    const own = JSON.stringify(await told("lead", other));
    expect(own).toContain("Nobody else's yet.");
    for (const who of ["head", "officer"] as const)
      expect(JSON.stringify(await told(who, other))).not.toContain("Nobody else's yet.");
    expect(await told("otherLead")).toBeNull();
    expect(await told("otherHead")).toBeNull();
    await expect(told("reader")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await told("auditor", { ...place(), month: "2019-01" as "2013-12" })).toBeNull();
    const neighbour = await makeNeighbour(database);
    expect(JSON.stringify(await getStory(neighbour.actors.auditor, place()))).not.toContain("vacant");
  });

  test("goes on with its return, its month, its edition and what was restated", async () => {
    const of = { ...place(), month: "2014-01" } as unknown as ReturnType<typeof place>;
    await explainAll("2014-01");
    await handIn("lead", "2014-01");
    await ask("lead", "2014-01");
    await close("officer", "2014-01", "The board meets.");
    await publish("officer", "2014-01", "The board meets.");
    await restate("head", "2.3", { value: "67", month: "2014-01" });
    const sentences = (await told("auditor", of))!.map(({ sentence }) => sentenceText(sentence));
    const all = sentences.join("\n");
    for (const words of [
      /submitted the Assessment return/,
      /closed January 2014/,
      /published/,
      /restated 2\.3/,
      /to reopen/,
    ])
      expect(all).toMatch(words);
    expect(all).not.toMatch(/Workforce return/);
  });

  test("of a cell with very much to tell leaves words to their own page, and says that its beginning is not told", async () => {
    for (const day of ["14", "15", "16"])
      await database.asOwner(
        `do $$ begin perform audit.begin_operator('dates'); update scorecard_month set figures_due = '2014-01-10', commentary_due = '2014-01-${day}' where month = '2013-12-01' and scorecard_id = '${world.scorecard.id}'; end $$`,
      );
    for (let turn = 0; turn < 90; turn++) {
      await record("2.3", String(40 + (turn % 20)));
      if (turn % 4 === 0) await submit("lead", "2.3", `${turn} ${"Words that go on and on. ".repeat(100)}`);
    }
    for (let turn = 0; turn < 10; turn++) await record("2.3", String(40 + (turn % 20)));
    const story = (await getStory(world.actors.auditor, place()))!;
    expect(story.isCut).toBe(true);
    const [first] = story.lines;
    const figures = await database.asOwner(
      "select position from audit.entry where table_name = 'actual' and indicator = $1 and month = '2013-12-01' and position >= $2 order by position",
      [world.indicators["2.3"], first?.entry.position],
    );
    const isFigure = ({ entry }: (typeof story.lines)[number]) => entry.table === "actual";
    expect(story.lines.filter(isFigure).map(({ entry }) => entry.position)).toEqual(
      figures.map(({ position }) => Number(position)),
    );
    const view = storyView(story, place(), "Europe/London");
    const sent = asSent(view);
    expect(received(sent)).toEqual(view);
    expect(view.lines.some(({ isLeft }) => isLeft)).toBe(true);
    // Drawn, and sent again to the browser as its model, beside some 14 kB that every page has.
    const drawn = renderToStaticMarkup(createElement(StoryContent, { sent }));
    expect(drawn.length + JSON.stringify(sent).length).toBeLessThan(46_000);
  }, 120_000);
});
