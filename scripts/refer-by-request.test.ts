import { DrizzleQueryError } from "drizzle-orm";
import { redirect } from "next/navigation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rethrowMarked } from "#db/mark-unavailable";
import { unavailableDigest } from "#db/vocabulary";
import { answering } from "#lib/access/asking";
import { referByRequest } from "#scripts/refer-by-request";

beforeAll(referByRequest);
afterAll(() => void Reflect.deleteProperty(Error.prototype, "digest"));

/** As Next does with what a page threw: it keeps the name that an error has, and gives the others a number. */
function namedByNext(thrown: unknown): unknown {
  const error = thrown as Error & { digest?: string };
  if (!error.digest) error.digest = "2754921312";
  return error.digest;
}
const within = (work: () => unknown) => answering({ id: "the-request", isRead: false, personId: null }, work);
const thrownBy = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
};

test("an error is named by its request, which the log's line has, whatever it is", () => {
  const failed = new DrizzleQueryError(
    "select",
    [],
    Object.assign(new Error("x"), { code: "42703", severity: "ERROR" }),
  );
  for (const error of [new Error("ours"), new TypeError("React's"), failed]) {
    expect(within(() => namedByNext(error))).toBe("the-request");
    expect(Object.keys(error)).toContain("digest");
  }
  expect(namedByNext(new Error("in a command"))).toBe("2754921312");
});

test("what Next and we name ourselves keeps its name", () => {
  const gone = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(within(() => namedByNext(thrownBy(() => rethrowMarked(gone))))).toBe(unavailableDigest);
  expect(within(() => namedByNext(new DrizzleQueryError("select", [], gone)))).toBe(unavailableDigest);
  expect(within(() => namedByNext(thrownBy(() => redirect("/sign-in"))))).toMatch(/^NEXT_REDIRECT;/);
});
