import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { untoldRows } from "#db/untold-rows";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await database.asOwner(`do $$ begin
    perform audit.begin_operator('a third team');
    insert into team (organisation_id, slug, name) values ('${world.organisationId}', 'participation', 'Participation');
  end $$`);
  await importFirstScorecard(world.actors.officer);
});

test("an import is one line of the history, with each of its rows behind it", async () => {
  const { groups } = await listEntries(world.actors.auditor, { verb: "import.commit" });
  expect(groups.map(({ headline }) => sentenceText(headline))).toEqual([
    "The officer imported the scorecard Children's services improvement scorecard from “scorecard.txt”",
  ]);
  expect(groups[0]?.total).toBeGreaterThan(200);
  const leads = await listEntries(world.actors.lead, { verb: "import.commit", indicator: "2.4" });
  expect(leads.groups.map(({ headline }) => sentenceText(headline))).toEqual([
    "The officer imported 2.4 from “scorecard.txt”",
  ]);
});

test("the trail tells the whole of every row that an import wrote", async () => {
  expect(await untoldRows(database)).toEqual([]);
});

test("no word of an imported comment is in the trail, not even where the review quotes it", async () => {
  const quoted = (await database.asOwner(
    `select w.body as words from import_doubt d cross join lateral (values (d.about), (d.as_it_came), (d.proposed), (d.answer)) t (digest)
     join audit.words w using (digest) where d.kind = 'comment' and length(w.body) > 10 and w.body not like '____-__'
     union select w.body from comment_revision r join audit.words w on w.digest = r.words`,
  )) as { words: string }[];
  expect(quoted.length).toBeGreaterThan(2);
  for (const { words } of quoted) {
    const [found] = await database.asOwner(
      "select count(*)::int as n from audit.entry e where position(to_jsonb($1::text)::text in concat(e.before::text, e.after::text)) > 0",
      [words],
    );
    expect(found, words).toEqual({ n: 0 });
  }
});
