import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { endView } from "#lib/history/views/end-view";
import { SaveViewInput } from "#lib/history/views/inputs";
import { keptFilters } from "#lib/history/views/kept-filters";
import { listViews } from "#lib/history/views/list-views";
import { saveView } from "#lib/history/views/save-view";
import { bySql } from "#lib/testing/by-sql";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const written = bySql(database, () => world);
beforeAll(async () => {
  world = await makeWorld(database);
});

const auditor = () => world.actors.auditor;
const newestSaid = async () => sentenceText((await listEntries(auditor(), {}, null, 1)).groups[0]!.headline);
const read = (name: string, asked: string) => SaveViewInput.safeParse({ name, asked });

describe("a saved view", () => {
  test("is its person's alone, stands in the history as it is saved and taken away, and its name is free again", async () => {
    await saveView(auditor(), {
      name: "What was refused",
      asked: keptFilters({ outcome: "refused", verb: "comment.approve" }),
    });
    const [view] = await listViews(auditor());
    expect(view).toEqual({
      id: expect.any(String),
      name: "What was refused",
      filters: { outcome: "refused", verb: "comment.approve" },
    });
    expect(await newestSaid()).toBe("The auditor saved a view of the history: What was refused");
    expect(await listViews(world.actors.officer)).toEqual([]);
    await saveView(world.actors.officer, { name: "What was refused", asked: keptFilters({ outcome: "refused" }) });

    const again = saveView(auditor(), { name: "What was refused", asked: keptFilters({ outcome: "done" }) });
    await expect(again).rejects.toMatchObject({
      code: "INVALID",
      fields: { name: expect.stringContaining("already") },
    });
    await expect(endView(world.actors.officer, { view: view!.id })).rejects.toMatchObject({ code: "NOT_FOUND" });

    await endView(auditor(), { view: view!.id });
    expect(await newestSaid()).toBe("The auditor took away their saved view: What was refused");
    expect(await listViews(auditor())).toEqual([]);
    await expect(endView(auditor(), { view: view!.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await saveView(auditor(), { name: "What was refused", asked: keptFilters({ outcome: "done" }) });
  });

  test("is not for readers, who read no history", async () => {
    const reader = saveView(world.actors.reader, { name: "None", asked: keptFilters({ outcome: "refused" }) });
    await expect(reader).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("is nobody else's by SQL either, and never becomes another one", async () => {
    const insert = (person: string) =>
      `insert into saved_view (person_id, name, asked, saved_by) values ('${person}', 'By SQL', '{"outcome":"done"}', '${person}')`;
    await expect(written("asApp", "auditor", "view.save", insert(world.people.officer))).rejects.toThrow(
      "view.save does not write this to saved_view.",
    );
    await written("asApp", "auditor", "view.save", insert(world.people.auditor));
    await expect(written("asApp", "auditor", "view.end", "update saved_view set name = 'Another'")).rejects.toThrow(
      "permission denied",
    );
  });

  test("that can be read no more is said to be so, and asks for nothing", async () => {
    for (const [name, asked] of [
      ["Of another day", '{"from":"2014-02-30"}'],
      ["Of what is asked no more", '{"outcome":"done","colour":"red"}'],
      ["Broken", "outcome=done"],
    ]) {
      const { people } = world;
      await written(
        "asApp",
        "head",
        "view.save",
        `insert into saved_view (person_id, name, asked, saved_by) values ('${people.head}', '${name}', '${asked}', '${people.head}')`,
      );
    }
    expect((await listViews(world.actors.head)).map(({ filters }) => filters)).toEqual([null, null, null]);
  });

  test("there are at most forty of one person", async () => {
    const had = (await listViews(world.actors.lead)).length;
    for (let number = had; number < 40; number += 1) {
      await saveView(world.actors.lead, { name: `View ${number}`, asked: keptFilters({ outcome: "done" }) });
    }
    const one = saveView(world.actors.lead, { name: "One more", asked: keptFilters({ outcome: "done" }) });
    await expect(one).rejects.toThrow("You have 40 saved views. Take one away that you no longer need.");
  });
});

describe("what is asked to be saved", () => {
  test("is the filters alone, without what is of a page of them", () => {
    expect(read("  A name ", "outcome=refused&before=34&done=saved&elsewhere=1").data).toEqual({
      name: "A name",
      asked: '{"outcome":"refused"}',
    });
  });

  test.each([
    ["nothing", ""],
    ["no filter", "before=34"],
    ["a day that is none", "from=2014-02-30"],
    ["something else", "javascript:alert(1)"],
  ])("is refused where it is %s", (_, asked) => {
    expect(read("A name", asked).error?.issues[0]?.message).toBe(
      "Filter the history first: its filters are what a view saves.",
    );
  });

  test("needs a name, which is short", () => {
    expect(read(" ", "outcome=done").error?.issues[0]?.message).toBe("Give the view a name.");
    expect(read("a".repeat(61), "outcome=done").error?.issues[0]?.message).toBe("A name has at most 60 characters.");
  });
});
