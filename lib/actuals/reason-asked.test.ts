import { beforeAll, expect, test } from "vitest";
import { database as pool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { clearActual } from "#lib/actuals/clear-actual";
import { getSavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { getReturn } from "#lib/returns/queries";
import { nothingTyped, type TypedActual } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { dayName } from "#lib/rules/moment";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { approve, submit } = commented(() => world, database);
const month = "2013-12";
let imported: string;

beforeAll(async () => {
  world = await makeWorld(database);
  await importFirstScorecard(world.actors.officer);
  const [found] = await database.asOwner(
    "select i.id from indicator i join scorecard s on s.id = i.scorecard_id where i.ref = '2.5' and s.id <> $1",
    [world.scorecard.id],
  );
  imported = String(found?.id);
});

const cellOf = (indicatorId: string) => ({ indicatorId, month }) as const;
const version = async (indicatorId: string) => (await getSavedActual(pool(), indicatorId, month))?.version ?? 0;
const record = async (indicatorId: string, typed: Partial<TypedActual>) =>
  recordActual(world.actors.lead, {
    ...cellOf(indicatorId),
    seen: await version(indicatorId),
    typed: { ...nothingTyped, ...typed },
  });
const clear = async (indicatorId: string, reason = noReason) =>
  clearActual(world.actors.lead, { ...cellOf(indicatorId), seen: await version(indicatorId), ...reason });
const asked = (message: string, asksWhy: string) => ({
  code: "INVALID",
  message: `${message} ${asksWhy}`,
  fields: { because: expect.stringContaining(message) },
  details: { asksWhy },
});
const newestReason = async () =>
  (
    await database.withWords(
      (
        await database.asOwner("select * from audit.action where outcome = 'done' order by begun_at desc limit 1")
      )[0],
    )
  )?.reason;

test("a figure that was imported is neither changed nor cleared without a reason, and the trail keeps it", async () => {
  await expect(record(imported, { value: "5" })).rejects.toMatchObject(
    asked("Say why 4 becomes 5.", "It was imported."),
  );
  await expect(clear(imported)).rejects.toMatchObject(asked("Say why 4 is taken back.", "It was imported."));
  await expect(record(imported, { value: "5", because: "other" })).rejects.toMatchObject({ code: "INVALID" });
  expect(await version(imported)).toBe(1);
  const rows = (await getReturn(world.actors.lead, month)).parts.flatMap((part) => part.rows);
  expect(rows.find((row) => row.indicatorId === imported)?.asksWhy).toBe("It was imported.");
  expect(rows.find((row) => row.indicatorId === world.indicators["2.3"])?.asksWhy).toBeNull();

  await record(imported, { value: "4", note: "As the council published it." });
  await expect(record(imported, { value: "5" })).rejects.toMatchObject(
    asked("Say why 4 becomes 5.", "It was imported."),
  );
  const changed = await record(imported, { value: "5", because: "late", why: "one plan was missing" });
  expect(changed?.shown.asksWhy).toBeNull();
  expect(await newestReason()).toBe("Late records came in: one plan was missing");
  await record(imported, { value: "6" });
  expect(await newestReason()).toBeNull();
});

test("a figure that a submitted or approved comment explains asks for one, and says which approval lapses", async () => {
  const explained = world.indicators["2.3"];
  await record(explained, { value: "60" });
  const { revisionId } = (await submit("lead", "2.3", "Two teams were short of staff."))!;
  const isSubmitted = "A comment that was submitted explains it.";
  await expect(record(explained, { value: "61" })).rejects.toMatchObject(asked("Say why 60 becomes 61.", isSubmitted));
  const changed = await record(explained, { value: "61", because: "late" });
  expect(changed?.shown.asksWhy).toBe(isSubmitted);
  await record(explained, { value: "60", because: "late" });
  await approve("head", "2.3", revisionId);
  const lapses = `This makes the approval of ${dayName(new Date())} lapse.`;
  await expect(record(explained, { value: "61" })).rejects.toMatchObject(asked("Say why 60 becomes 61.", lapses));
  await expect(clear(explained)).rejects.toMatchObject(asked("Say why 60 is taken back.", lapses));
  expect((await record(explained, { value: "60", provisional: true }))?.shown.asksWhy).toBe(lapses);
  for (const because of ["undone", "redone"]) {
    await expect(record(explained, { value: "61", because })).rejects.toMatchObject(
      asked("Say why 60 becomes 61.", lapses),
    );
    await expect(clear(explained, { because, why: "" })).rejects.toMatchObject(
      asked("Say why 60 is taken back.", lapses),
    );
  }
  await clear(explained, { because: "mistyped", why: "" });
  expect(await newestReason()).toBe("It was typed wrongly");
  await record(explained, { value: "62" });
});

test("undoing where nobody relies on the figure asks nothing, and the trail says that it was undone, not what was answered", async () => {
  const free = world.indicators["2.5"];
  await record(free, { value: "5" });
  await record(free, { value: "6" });
  await record(free, { value: "5", sure: "5", because: "undone" });
  expect(await newestReason()).toBe("Undone by who had saved it");
});
