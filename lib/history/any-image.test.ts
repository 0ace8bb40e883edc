import { readdirSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { differencesOf } from "#lib/history/differences";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { groupHeadline } from "#lib/history/group-headline";
import { historyCsv } from "#lib/history/history-csv";
import { type Image, readImage } from "#lib/history/image";
import { listEntries } from "#lib/history/list-entries";
import { listOpened } from "#lib/history/opened-entries";
import { sentenceOf, sentenceText } from "#lib/history/sentence";
import { newestPosition } from "#lib/history/stream-entries";
import { getWorkingDays } from "#lib/months/working-days";
import { dateName } from "#lib/rules/moment";
import { bySql } from "#lib/testing/by-sql";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

/** As JSON, what a column may hold that no form of ours takes, or that another version of Candour wrote. */
const odd = [
  ...["null", "true", "[]", "{}", '[["x"]]', "1e400", "-0.00000000000000000000000000001", "999999999999999999999999"],
  ...[
    "",
    "\u200b",
    "4000-01-01 BC",
    "infinity",
    "-infinity",
    "10000-01-01",
    "0000-00-00",
    "2013-13-45",
    "2013-13-45T99:99:99Z",
    "2013-01-01T00:00:00+00:00",
    "NaN",
    "Infinity",
    "1e9999999",
    "not a day, nor a figure",
    "__proto__",
    "\ud800",
    "a".repeat(100_000),
  ].map((text) => JSON.stringify(text)),
];

const nouns = readdirSync("db/schema").map((file) => import(/* @vite-ignore */ `../../db/schema/${file}`));
const exported: unknown[] = (await Promise.all(nouns)).flatMap((noun) => Object.values(noun));
const tables = exported
  .filter((one): one is PgTable => is(one, PgTable))
  .map((one) => getTableConfig(one))
  .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));

const facts: SentenceFacts = {
  nameOf: (id) => id,
  grading: {
    precision: 1,
    labels: null,
    levelOf: (figure) => {
      if (!/^-?[\d.]+$/.test(figure)) throw new Error(`${figure} is graded.`);
      return null;
    },
  },
  wordsOf: (digest) => digest,
};

test.each(tables)("an entry of $name is told whatever stands in its images", ({ name, columns }) => {
  for (const value of odd) {
    const one = (column: string) => readImage(`{${JSON.stringify(column)}: ${value}}`)!;
    const all = Object.assign({}, ...columns.map(one)) as Image;
    const images = [all, ...columns.map(one)];
    for (const after of images) {
      for (const before of [null, {}, all]) {
        for (const operation of ["created", "refused", "read"] as const) {
          const entry = { ...blank, table: name, operation, before, after };
          expect(sentenceText(sentenceOf(entry, facts))).toContain("Somebody");
          groupHeadline(entry, facts, { total: 3, indicators: 0, lapsed: 1, held: 1 });
        }
        differencesOf(before, after, { ...facts, timeZone: "Europe/London", labels: null });
      }
    }
  }
});

const blank: TrailEntry = {
  position: 1,
  at: "2014-01-14T09:32:11.000000Z",
  verb: "import.commit",
  operation: "created",
  table: null,
  key: null,
  actionId: "a",
  kind: "person",
  sessionId: "s",
  person: { id: "p", name: "Somebody" },
  onBehalfOf: null,
  code: null,
  reason: null,
  importFile: null,
  scorecardSlug: null,
  indicatorId: null,
  ref: null,
  month: null,
  teamId: null,
  before: null,
  after: null,
};

test("the history, its export and the working days can be read after days and names were kept that cannot be shown", async () => {
  await database.asOwner(
    "alter table bank_holiday drop constraint bank_holiday_on_a_day, drop constraint bank_holiday_name_can_be_shown",
  );
  for (const [day, name] of [
    ["4000-01-01 BC", "'Before Christ'"],
    ["infinity", "'Never'"],
    ["2030-01-02", "U&'\\200B'"],
    ["2030-01-03", "repeat('a', 5000000)"],
  ]) {
    await written(
      "asApp",
      "officer",
      "bank_holiday.add",
      `insert into bank_holiday (organisation_id, day, name, set_by) values ('${world.organisationId}', '${day}', ${name}, '${world.people.officer}')`,
    );
  }
  const { officer } = world.actors;
  const { groups } = await listEntries(officer, { verb: "bank_holiday.add" });
  expect(groups.map(({ headline }) => sentenceText(headline).slice(0, 70))).toEqual([
    expect.stringContaining("added the bank holiday 3 January 2030: aaaa"),
    expect.stringContaining("added the bank holiday 2 January 2030: "),
    expect.stringContaining("added the bank holiday infinity: Never"),
    expect.stringContaining("added the bank holiday 4000-01-01 BC: Before Christ"),
  ]);
  for (const { position } of groups) expect(await listOpened(officer, position)).toHaveLength(1);
  let file = "";
  for await (const part of historyCsv(officer, { verb: "bank_holiday.add" }, await newestPosition())) file += part;
  expect(file.split("\r\n")).toHaveLength(6);
  const { holidays } = await getWorkingDays(officer);
  expect(holidays.map(({ day }) => dateName(day))).toEqual(expect.arrayContaining(["4000-01-01 BC", "infinity"]));
});
