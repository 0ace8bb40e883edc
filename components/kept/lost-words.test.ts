import { expect, test } from "vitest";
import { lostWords } from "#components/kept/lost-words";
import { nothingTyped, typedActual } from "#lib/rules/actual";

const body = (was: string, typed: string, saved: string) =>
  lostWords({ kept: { was: { body: was }, typed: { body: typed } }, saved: { body: saved } });

test("words that stand nowhere are lost, whole", () => {
  expect(body("", "Ten of them\nwere new.", "")).toEqual([{ label: null, typed: "Ten of them\nwere new." }]);
  expect(body("Old.", "", "Old.")).toEqual([{ label: null, typed: "Nothing: it was emptied." }]);
});

test("words that are saved by now, whoever saved them, are not; nor is what was typed over by the same", () => {
  expect(body("", "Ten of them\r\nwere new. ", "Ten of them\nwere new.")).toEqual([]);
  expect(body("Old.", "Old.", "Newer.")).toEqual([]);
});

test("of a figure’s row each field that was changed is said by its name", () => {
  const saved = typedActual({
    value: "70",
    numerator: null,
    denominator: null,
    missing: null,
    note: null,
    provisional: false,
    estimated: false,
  });
  const typed = { ...nothingTyped, value: "71", note: "Counted anew.", estimated: true, because: "late data" };
  expect(lostWords({ label: "2.3", kept: { was: saved, typed }, saved })).toEqual([
    { label: "2.3, Figure", typed: "71" },
    { label: "2.3, Note", typed: "Counted anew." },
    { label: "2.3, Estimated", typed: "yes" },
  ]);
  expect(lostWords({ label: "2.3", kept: { was: nothingTyped, typed: saved }, saved })).toEqual([]);
});
