import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { embeddedHeads, putAside } from "#db/embedded/put-aside";

test("a database that is put aside never takes the place of another", () => {
  const data = mkdtempSync(join(tmpdir(), "candour-aside-"));
  onTestFinished(() => rmSync(data, { recursive: true }));
  const day = new Date("2026-11-25T23:59:00Z");
  const places = ["one", "two", "three"].map((content) => {
    mkdirSync(join(data, "database"));
    writeFileSync(join(data, "database", content), "");
    return putAside(data, day);
  });
  const names = ["database-before-2026-11-25", "database-before-2026-11-25-2", "database-before-2026-11-25-3"];
  expect(places).toEqual(names.map((name) => join(data, name)));
  expect(readdirSync(data).toSorted()).toEqual(names);
  expect(places.map((place) => readdirSync(place))).toEqual([["one"], ["two"], ["three"]]);
});

test("the heads that were signed of a database go with it, so that the fresh one is not held to them", () => {
  const data = mkdtempSync(join(tmpdir(), "candour-aside-"));
  onTestFinished(() => rmSync(data, { recursive: true }));
  mkdirSync(join(data, "database"));
  writeFileSync(join(data, embeddedHeads), "a head");
  putAside(data, new Date("2026-11-25T23:59:00Z"));
  expect(readdirSync(data).toSorted()).toEqual(["database-before-2026-11-25", "database-before-2026-11-25-heads.txt"]);
});
