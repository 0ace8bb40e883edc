import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cookieNames } from "#lib/access/cookie-names";
import { browserCookie, knownBrowser } from "#lib/access/known-browser";

beforeEach(() => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});
afterEach(() => {
  vi.useRealTimers();
});

const jarOf = (value?: string) => ({
  get: (name: string) => (value !== undefined && name === cookieNames().browser ? { value } : undefined),
});
const signIn = (before: string | undefined, personId: string) => browserCookie(jarOf(before), personId).value;

test("a browser keeps its name for a person, another for each, of five at most", () => {
  const first = signIn(undefined, "ann");
  const name = knownBrowser(jarOf(first), "ann");
  expect(name).toMatch(/^[0-9a-f-]{36}$/);
  let kept = signIn(first, "ben");
  expect(knownBrowser(jarOf(kept), "ann")).toBe(name);
  expect(knownBrowser(jarOf(kept), "ben")).not.toBe(name);
  expect(knownBrowser(jarOf(signIn(kept, "ann")), "ann")).toBe(name);
  for (const who of ["cat", "dan", "eve", "fay"]) kept = signIn(kept, who);
  expect(["ann", "ben", "fay"].map((who) => knownBrowser(jarOf(kept), who) !== null)).toEqual([false, true, true]);
});

test("what was not sealed here, or is older than 90 days, knows nobody", () => {
  const cookie = signIn(undefined, "ann");
  const forged = Buffer.from(JSON.stringify([{ personId: "ann", browser: "x", at: Date.now() }])).toString("base64url");
  for (const value of ["", ".", "nonsense", `${forged}.`, `${forged}.${cookie.split(".")[1]}`, cookie.slice(0, -1)]) {
    expect(knownBrowser(jarOf(value), "ann"), value).toBeNull();
  }
  process.env.NEXTAUTH_SECRET = "another secret";
  expect(knownBrowser(jarOf(cookie), "ann")).toBeNull();
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  vi.useFakeTimers({ now: Date.now() + 91 * 24 * 60 * 60 * 1000 });
  expect(knownBrowser(jarOf(cookie), "ann")).toBeNull();
});
