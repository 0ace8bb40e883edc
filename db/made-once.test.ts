import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { type Database, database, readInside } from "#db/client";
import { madeOnce } from "#db/made-once";
import { team } from "#db/schema/people";
import { useDatabase } from "#db/testing/use-database";
import { makeWorld } from "#lib/testing/world";

const world = useDatabase();
const made: string[] = [];
const askNames = madeOnce((db: Database, { by }: { by: "slug" | "all" }) => {
  made.push(by);
  const asked = db.select({ name: team.name }).from(team);
  return by === "all" ? asked.where(sql`true`) : asked.where(eq(team.slug, sql.placeholder("slug")));
});

test("a query is made once for each of its shapes and each database, and answers each asker with their own", async () => {
  await makeWorld(world);
  const asked = ["assessment", "workforce", "assessment"];
  const found = await Promise.all(asked.map((slug) => askNames(database(), { by: "slug" }, { slug })));
  expect(found).toEqual([[{ name: "Assessment" }], [{ name: "Workforce" }], [{ name: "Assessment" }]]);
  await askNames(database(), { by: "all" }, {});
  expect(made).toEqual(["slug", "all"]);

  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  await readInside(client, async () => {
    for (let time = 0; time < 2; time++) await askNames(database(), { by: "slug" }, { slug: "workforce" });
  });
  await client.end();
  expect(made).toEqual(["slug", "all", "slug"]);
});

test("none has a value in it, that would be asked for everybody", async () => {
  const theirs = madeOnce((db: Database) =>
    db.select({ name: team.name }).from(team).where(eq(team.slug, "assessment")),
  );
  expect(() => theirs(database(), {}, {})).toThrow("$1 is no placeholder: select");
});

test("and nobody is answered who did not say what they ask for", async () => {
  await expect(askNames(database(), { by: "slug" }, {})).rejects.toThrow('No value for placeholder "slug"');
});
