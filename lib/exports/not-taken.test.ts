import { expect, test } from "vitest";
import { takesNothing } from "#lib/exports/not-taken";

const asked = (headers: Record<string, string> = {}, method = "GET") =>
  takesNothing(new Request("http://localhost/export.csv", { method, headers }));

test("who asks takes the file away", () => {
  expect(asked()).toBeNull();
  expect(asked({ "sec-fetch-dest": "document", "sec-purpose": "" })).toBeNull();
});

test("a HEAD asks what the file is", () => {
  expect(asked({}, "HEAD")).toBe("head");
});

test.each([
  ["sec-purpose", "prefetch"],
  ["sec-purpose", "prefetch;prerender"],
  ["purpose", "prefetch"],
])("a browser that guesses (%s: %s) is told to wait, and keeps nothing of it", (name, purpose) => {
  const answer = asked({ [name]: purpose }) as Response;
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "no-store"]);
});
