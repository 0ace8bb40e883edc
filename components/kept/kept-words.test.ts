import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forget, forgetOld, isSameWords, keep, readKept } from "#components/kept/kept-words";
import { forgetAll } from "#components/kept/sign-out";

const held = new Map<string, string>();
const storage = {
  get length() {
    return held.size;
  },
  key: (place: number) => [...held.keys()][place] ?? null,
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, text: string) => held.set(key, text),
  removeItem: (key: string) => held.delete(key),
};
const words = { was: { body: "" }, typed: { body: "Two late cases." } };

beforeEach(() => {
  held.clear();
  vi.stubGlobal("localStorage", storage);
  vi.useFakeTimers({ now: new Date("2014-01-14T09:32:00Z") });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what was typed is kept with when and over what, for its person and its form alone", () => {
  expect(keep("lead", "comment 2.3", words)).toBe(true);
  expect(readKept("lead", "comment 2.3")).toEqual({ at: "2014-01-14T09:32:00.000Z", ...words });
  expect(readKept("lead", "comment 2.4")).toBeNull();
  expect(readKept("head", "comment 2.3")).toBeNull();
  forget("lead", "comment 2.3");
  expect(readKept("lead", "comment 2.3")).toBeNull();
});

test("signing out forgets all of one person's, and nobody else's", () => {
  keep("lead", "comment 2.3", words);
  keep("lead", "comment 2.4", words);
  keep("leader", "comment 2.3", words);
  held.set("another's", "{}");
  forgetAll("lead");
  expect([...held.keys()]).toEqual(["candour kept leader comment 2.3", "another's"]);
});

test("a week later it is gone, and so is what cannot be read", () => {
  keep("lead", "comment 2.3", words);
  held.set("candour kept lead broken", "{}");
  held.set("candour kept lead more broken", "{");
  held.set("another's", "{}");
  vi.setSystemTime(new Date("2014-01-21T09:31:00Z"));
  expect(readKept("lead", "comment 2.3")).not.toBeNull();
  vi.setSystemTime(new Date("2014-01-21T09:33:00Z"));
  expect(readKept("lead", "comment 2.3")).toBeNull();
  forgetOld();
  expect([...held.keys()]).toEqual(["another's"]);
});

test.each([
  ["full", () => ({ ...storage, setItem: () => raise("QuotaExceededError") })],
  ["broken", () => ({ ...storage, getItem: () => "not JSON", setItem: () => raise("QuotaExceededError") })],
  ["forbidden", () => undefined],
])("a storage that is %s breaks nothing, and says that it keeps nothing", (_, made) => {
  vi.stubGlobal("localStorage", made());
  expect(keep("lead", "comment 2.3", words)).toBe(false);
  expect(readKept("lead", "comment 2.3")).toBeNull();
  forget("lead", "comment 2.3");
  forgetAll("lead");
  forgetOld();
});

test("words are the same whatever their line ends and the blanks round them", () => {
  expect(isSameWords({ body: "One.\r\nTwo. " }, { body: "One.\nTwo." })).toBe(true);
  expect(isSameWords({ block: "18\r14.1\r\n91" }, { block: "18\n14.1\n91" })).toBe(true);
  expect(isSameWords({ body: "" }, {})).toBe(true);
  expect(isSameWords({ body: "One." }, { body: "Two." })).toBe(false);
  expect(isSameWords({ provisional: true }, { provisional: false })).toBe(false);
});

function raise(name: string): never {
  throw new DOMException("No room.", name);
}
