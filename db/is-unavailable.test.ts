import { DrizzleQueryError, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { appPool, database, signInPool } from "#db/client";
import { isUnavailable } from "#db/is-unavailable";
import { reachesDatabase } from "#db/reaches-database";
import { useDatabase } from "#db/testing/use-database";
import { whileAway } from "#db/testing/while-away";

const made = useDatabase();
const failure = (code: string, severity?: string) => Object.assign(new Error(code), { code, severity });

test.each([
  failure("ECONNREFUSED"),
  failure("57P01", "FATAL"),
  failure("53300", "FATAL"),
  failure("55P03", "ERROR"),
  failure("57014", "ERROR"),
  new Error("Connection terminated unexpectedly"),
  new Error("timeout exceeded when trying to connect"),
  new Error("Query read timeout"),
  new DrizzleQueryError("select", [], failure("ECONNRESET")),
])("%s: the database is unavailable", (error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  failure("08P01", "ERROR"),
  failure("23505", "ERROR"),
  failure("CD001", "ERROR"),
  new Error("ours"),
  new DrizzleQueryError("select", [], failure("22021", "ERROR")),
  "Connection terminated",
])("%s: the database is not to blame", (error) => {
  expect(isUnavailable(error)).toBe(false);
});

const queries = [
  ["a query", () => appPool().query("select 1")],
  ["sign-in's", () => signInPool().query("select 1")],
  ["drizzle's", () => database().execute(sql`select 1`)],
] as const;

test.each(queries)(
  "without a database %s fails with the mark by which a page knows it, and then works again",
  async (_, query) => {
    await query();
    await whileAway(made, async () => {
      await expect(query()).rejects.toMatchObject({ digest: "DATABASE_UNAVAILABLE" });
      expect(await reachesDatabase()).toBe(false);
    });
    await query();
    expect(await reachesDatabase()).toBe(true);
  },
);

test("an error of ours keeps the reference that is made up for it", async () => {
  const error = await database()
    .execute(sql`select wrong`)
    .catch((found: Error & { digest?: string }) => found);
  expect(error).toHaveProperty("digest", undefined);
  expect(Object.assign(error, { digest: "77" })).toHaveProperty("digest", "77");
});
