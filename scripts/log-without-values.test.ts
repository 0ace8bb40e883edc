import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { withoutValues } from "#scripts/log-without-values";

const refused = Object.assign(new pg.DatabaseError("duplicate key: ann@example", 1, "error"), {
  severity: "ERROR",
  code: "23505",
  constraint: "person_email_once",
  detail: "Key (email)=(ann@example) already exists.",
});

test("a failed query is logged by its code and constraint, without what somebody typed", () => {
  const wrapped = Object.assign(new DrizzleQueryError("insert into person", ["ann@example"], refused), {
    digest: "77",
  });
  for (const error of [refused, wrapped]) {
    const logged = String(withoutValues(error));
    expect(logged).toContain("23505, person_email_once");
    expect(logged).not.toContain("ann@example");
  }
  expect(withoutValues(wrapped)).toContain("reference 77");
});

test("a query that never reached the database keeps its values to itself too", () => {
  const gone = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const logged = String(withoutValues(new DrizzleQueryError("select", ["ann@example"], gone)));
  expect(logged).toContain("ECONNREFUSED");
  expect(logged).not.toContain("ann@example");
});

test("any other error is logged as it is", () => {
  const error = new Error("ours");
  expect(withoutValues(error)).toBe(error);
});
