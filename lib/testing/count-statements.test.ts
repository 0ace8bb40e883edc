import { expect, test } from "vitest";
import { appPool, database } from "#db/client";
import { team } from "#db/schema/people";
import { useDatabase } from "#db/testing/use-database";
import { countStatements, listStatements } from "#lib/testing/count-statements";

useDatabase();

test("every statement is counted once, by whatever way it reaches the database, and only during the work", async () => {
  await database().select().from(team);
  const counted = await countStatements(async () => {
    await appPool().query("select 1");
    await database().select({ id: team.id }).from(team);
    await database().transaction((tx) => tx.execute("select 2"));
  });
  await appPool().query("select 3");
  expect(counted).toEqual(["select 1", 'select "id" from "team"', "begin", "select 2", "commit"]);
});

test("a statement says whether it was prepared", async () => {
  const sent = await listStatements(async () => {
    await appPool().query("select 1");
    await appPool().query("select $1::int", [1]);
  });
  expect(sent).toEqual([
    { text: "select 1", isPrepared: false },
    { text: "select $1::int", isPrepared: true },
  ]);
});
