import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { untoldRows } from "#db/untold-rows";
import { makeWorld } from "#lib/testing/world";

const database = useDatabase({ isTold: false });

beforeAll(async () => {
  await makeWorld(database);
});

test("a row that is gone, or is not what the trail says it became, is found, whatever its table", async () => {
  expect(await untoldRows(database)).toEqual([]);
  const [row] = await database.asOwner("select id from actual where value = 63");
  const [gone] = await database.asOwner("select id from scorecard_month order by month limit 1");
  await database.asOwner(
    `alter table scorecard_month disable trigger user; delete from scorecard_month where id = '${String(gone?.id)}';
     alter table actual disable trigger user; alter table team disable trigger user;
     update actual set value = 64 where value = 63; insert into team (organisation_id, slug, name) select id, 'unseen', 'Unseen' from organisation;
     alter table actual enable always trigger guard_row`,
  );
  const [team] = await database.asOwner("select id from team where slug = 'unseen'");
  expect(await untoldRows(database)).toEqual([
    `actual ${String(row?.id)}`,
    `scorecard_month ${String(gone?.id)}`,
    `team ${String(team?.id)}`,
  ]);
});
