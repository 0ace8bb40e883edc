import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { recordActual } from "#lib/actuals/record-actual";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { listPastKeeping } from "#lib/redactions/list-past-keeping";
import { proposeRedaction } from "#lib/redactions/propose-redaction";
import { refuseRedaction } from "#lib/redactions/refuse-redaction";
import { withdrawRedaction } from "#lib/redactions/withdraw-redaction";
import { nothingTyped } from "#lib/rules/actual";
import { getSettings } from "#lib/settings/get-settings";
import { SetRetentionInput } from "#lib/settings/inputs";
import { setRetention } from "#lib/settings/set-retention";
import { commented } from "#lib/testing/commented";
import { authority, redacting } from "#lib/testing/redacting";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { submit, approve, giveBack, record } = commented(() => world, database);
const { propose, confirm } = redacting(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "66");
  await record("2.5", "12");
});

const keep = async (years: number | null) =>
  setRetention(world.actors.officer, { years, seen: (await getSettings(world.actors.officer)).version });
const newestSaid = async () => sentenceText((await listEntries(world.actors.auditor, {}, null, 1)).groups[0]!.headline);
/** What was written up to now becomes so many days older; what the trail's triggers keep does not hold for its owner. */
const age = (days: number) =>
  database.asOwner(
    `alter table audit.entry disable trigger user; update audit.entry set at = at - interval '${days} days'; alter table audit.entry enable trigger user`,
  );
const listed = async () =>
  (await listPastKeeping(world.actors.auditor))!.words.map(
    ({ labels, of, by }) => `${labels.join("; ")}, ${of}, by ${by}`,
  );

describe("words that are kept for longer than was set", () => {
  test("are listed once they are older, where they stand still, and of one's own council", async () => {
    await approve("head", "2.3", (await submit("lead", "2.3", "Visits were late."))!.revisionId);
    await giveBack("head", (await submit("lead", "2.5", "Rates rose."))!.revisionId, "By how much?");
    expect(await listPastKeeping(world.actors.auditor)).toBeNull();
    await keep(2);
    expect(await newestSaid()).toBe("The officer set that words are kept for 2 years");
    expect(await listed()).toEqual([]);

    await age(365 * 2 - 10);
    expect(await listed()).toEqual([]);
    await age(20);
    const acts = ["null, by null", "2.3 for December 2013, by The lead", "2.5 for December 2013, by The lead"];
    const words = [
      ...acts.map((of) => `The reason of an act, ${of}`),
      "A comment, 2.3 for December 2013, by The lead",
      "A comment, 2.5 for December 2013, by The lead",
      "A reason about a comment, 2.5 for December 2013, by The head",
    ];
    expect(await listed()).toEqual(words);
    await submit("lead", "2.5", "Rates rose by two.");
    expect(await listed()).toEqual(words);
    expect(await listPastKeeping(neighbour.actors.auditor)).toBeNull();

    // Nothing goes by itself: two people say so of each.
    const redaction = await propose("officer", "Visits were late.");
    const proposed = (await listPastKeeping(world.actors.auditor))!.words.filter((each) => each.proposed !== null);
    expect(proposed).toMatchObject([{ labels: ["A comment"], of: "2.3 for December 2013", proposed: redaction }]);
    await confirm("auditor", redaction);
    expect(await listed()).toEqual(words.filter((each) => each !== "A comment, 2.3 for December 2013, by The lead"));
    await keep(null);
    expect(await listPastKeeping(world.actors.auditor)).toBeNull();
    expect(await newestSaid()).toBe("The officer set that words are kept for as long as there is Candour");
  });

  test("stay listed for what a redaction left of them, and not once it was refused that they go", async () => {
    await keep(2);
    await record("2.5", "13");
    await submit("lead", "2.5", "Visits by Oakley were late.");
    await age(800);
    const shown = async () => (await listed()).filter((each) => /comment/.test(each) && /lead/.test(each));
    const before = await shown();
    await confirm("auditor", await propose("officer", "Visits by Oakley were late.", "Oakley"));
    expect(await shown()).toEqual(before);
    const [left] = await database.asOwner("select remaining from redaction_place where remaining is not null limit 1");
    const digest = String(left!.remaining);
    const whole = (await proposeRedaction(world.actors.officer, { digest, passage: null, authority }))!.id;
    await refuseRedaction(world.actors.auditor, { id: whole, seen: 1, reason: "It names nobody now." });
    expect(await shown()).toHaveLength(before.length - 1);
    await keep(null);
  });

  test("are those of a proposal that came to nothing too, and beside one that is proposed the others of its entry", async () => {
    await keep(2);
    await recordActual(world.actors.lead, {
      ...{ indicatorId: world.indicators["2.3"], month: "2014-01", seen: 0 },
      typed: { ...nothingTyped, value: "61", note: "Counted by Ash.", because: "recounted" },
    });
    const passage = await propose("officer", "Counted by Ash.", "Ash");
    await withdrawRedaction(world.actors.officer, { id: passage, seen: 1 });
    const whole = await propose("officer", "Counted by Ash.");
    await age(800);
    const { words } = (await listPastKeeping(world.actors.auditor))!;
    expect(words.find(({ of }) => of === "2.3 for January 2014")).toMatchObject({ proposed: whole, open: 1 });
    expect(words.filter(({ labels }) => labels.includes("The proposal of a redaction"))).toHaveLength(1);
    await keep(null);
  });

  test("and so many on a page, from whose last entry the next goes on", async () => {
    await keep(1);
    for (let number = 0; number < 60; number += 1) await submit("lead", "2.3", `Visits were late, ${number}.`);
    await age(400);
    const first = (await listPastKeeping(world.actors.auditor))!;
    expect(first.words).toHaveLength(50);
    const second = (await listPastKeeping(world.actors.auditor, first.next!))!;
    expect(second.next).toBeNull();
    const positions = [...first.words, ...second.words].map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect([...first.words, ...second.words].filter(({ labels }) => labels.includes("A comment"))).toHaveLength(62);
  });

  test.each([
    ["", null],
    [" 7 ", 7],
    ["100", 100],
  ])("are so for %j years", (typed, years) => {
    expect(SetRetentionInput.parse({ years: typed, seen: "1" }).years).toBe(years);
  });

  test.each(["0", "101", "1.5", "seven", "-3", "1e2x"])("are not for %j years", (typed) => {
    expect(SetRetentionInput.safeParse({ years: typed, seen: "1" }).error?.issues[0]?.message).toBe(
      "Give a whole number of years, from 1 to 100, or nothing.",
    );
  });
});
