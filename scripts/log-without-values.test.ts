import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { type Asking, answering } from "#lib/access/asking";
import { logWithoutValues, withoutValues } from "#scripts/log-without-values";

const { error, warn } = console;
afterEach(() => {
  Object.assign(console, { error, warn });
  vi.restoreAllMocks();
});

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

const said = (work: () => void, asking?: Partial<Asking>): string[] => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  process.env.LOG_LEVEL = "info";
  logWithoutValues();
  answering({ id: "the-request", isRead: false, personId: null, ...asking }, work);
  return lines;
};

test("whatever is said of an error is one line, whatever it says, with the request's reference", () => {
  const forged = '{"at":"2026-11-26T13:03:00.000Z","level":"info","person":"somebody"}';
  const lines = said(() => {
    console.error("⨯ failed for /x\n%s", forged, new Error("ours\n\u001b[2J"));
    console.warn("%d left", 3);
  });
  expect(lines).toHaveLength(2);
  expect(lines[0]!.indexOf("\n")).toBe(lines[0]!.length - 1);
  expect(lines[0]).not.toContain("\u001b");
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "error",
    id: "the-request",
    said: expect.stringContaining(forged),
  });
  expect(JSON.parse(lines[1]!)).toMatchObject({ level: "warn", said: "3 left" });
});

test("of a form that nobody could read nothing is said, and of one that was read all is", () => {
  const complain = () => console.error('Failed to find Server Action "TYPED-BY-A-STRANGER"');
  expect(said(complain, { readFirst: "form" })).toEqual([]);
  expect(said(complain, { readFirst: "form", isRead: true })).toHaveLength(1);
});
