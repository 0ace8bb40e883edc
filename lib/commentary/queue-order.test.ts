import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getApprovals } from "#lib/commentary/reading/get-approvals";
import { getTogether } from "#lib/commentary/reading/get-together";
import { largeScorecard } from "#lib/testing/large-scorecard";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase({ isTold: false });
let world: World;

/** Of one month and team 120 comments wait, their grades all over the refs; of every twelfth there is no figure. */
beforeAll(async () => {
  world = await makeWorld(database);
  await largeScorecard(database.asOwner, { slug: "large", indicators: 120, months: 1 });
  const written = ["actual", "comment", "comment_revision", "revision_author"];
  await database.asOwner(
    [
      ...written.map((table) => `alter table ${table} disable trigger user`),
      "update actual set value = null, missing = 'x' where month = '2023-12-01' and value in (63, 75, 87, 99)",
      `insert into comment (indicator_id, month) select i.id, '2023-12-01' from indicator i join scorecard s on s.id = i.scorecard_id where s.slug = 'large'`,
      `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_at, submitted_by)
       select c.id, c.indicator_id, c.month, 1, 'person', repeat('0', 64), '${world.people.lead}', now(), '${world.people.lead}' from comment c`,
      ...written.map((table) => `alter table ${table} enable trigger user`),
    ].join(";\n"),
  );
});

test("the worst grade is first over all pages of a month and team, what has none last, and nothing stands twice", async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => getApprovals(world.actors.head, { page })));
  expect(pages.map(({ waiting }) => waiting.length)).toEqual([50, 50, 20]);
  const all = pages.flatMap(({ waiting }) => waiting);
  const ranks = all.map(({ cell }) => cell.present.grade ?? 0);
  expect(new Set(ranks)).toEqual(new Set([4, 3, 2, 1, 0]));
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  expect(new Set(all.map(({ cell }) => cell.ref)).size).toBe(120);
  const numbered = all.filter(({ cell }) => cell.present.grade === 4).map(({ cell }) => cell.ref);
  expect(numbered).toEqual([...numbered].sort(new Intl.Collator("en", { numeric: true }).compare));
  const printed = await getTogether(world.actors.head, { page: 2 });
  expect(printed.waiting.map(({ cell }) => cell.ref)).toEqual(pages[1]!.waiting.map(({ cell }) => cell.ref));
});
