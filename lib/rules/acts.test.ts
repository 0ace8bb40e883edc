import fc from "fast-check";
import { expect, test } from "vitest";
import { type Acts, acted, gaveUp, nextAct, noActs, type Way, wentBack } from "#lib/rules/acts";
import { type ActualContent, emptyActual } from "#lib/rules/actual";

const says = (value: string): ActualContent => ({ ...emptyActual, value });

/** The cells as the server keeps them: a write that did not see the newest version is refused. */
function server() {
  const cells = new Map<string, { content: ActualContent; version: number }>();
  const at = (id: string) => cells.get(id) ?? { content: emptyActual, version: 0 };
  const write = (id: string, content: ActualContent, seen: number) => {
    if (at(id).version !== seen) return null;
    cells.set(id, { content, version: seen + 1 });
    return seen + 1;
  };
  return { at, write };
}

/** A page on that server. */
function page({ at, write }: ReturnType<typeof server>) {
  let acts: Acts = noActs;
  return {
    type: (id: string, value: string) => {
      const { content: before, version: from } = at(id);
      const version = write(id, says(value), from)!;
      acts = acted(acts, { id, before, after: says(value), from, version });
    },
    go: (way: Way) => {
      const next = nextAct(acts, way);
      if (!next) return "nothing";
      const version = write(next.id, next.content ?? emptyActual, next.seen);
      acts = version === null ? gaveUp(acts, way) : wentBack(acts, way, version);
      return version === null ? "conflict" : "went";
    },
  };
}

const steps = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 99 }).map(String)), {
  maxLength: 12,
});

test("undoing everything brings back what every cell said, and doing it again what it said in the end", () => {
  fc.assert(
    fc.property(steps, (typed) => {
      const cells = server();
      const { type, go } = page(cells);
      for (const [id, value] of typed) type(id, value);
      const end = ["a", "b", "c"].map((id) => cells.at(id).content);
      for (const _ of typed) expect(go("undo")).toBe("went");
      expect(go("undo")).toBe("nothing");
      expect(["a", "b", "c"].map((id) => cells.at(id).content)).toEqual([emptyActual, emptyActual, emptyActual]);
      for (const _ of typed) expect(go("redo")).toBe("went");
      expect(go("redo")).toBe("nothing");
      expect(["a", "b", "c"].map((id) => cells.at(id).content)).toEqual(end);
    }),
  );
});

test("there and back any number of times never conflicts with oneself", () => {
  fc.assert(
    fc.property(steps, fc.array(fc.constantFrom<Way>("undo", "redo"), { maxLength: 40 }), (typed, ways) => {
      const { type, go } = page(server());
      for (const [id, value] of typed) type(id, value);
      for (const way of ways) expect(go(way)).not.toBe("conflict");
    }),
  );
});

test("what another wrote is not written over, be it after the act or between two of them", () => {
  const cells = server();
  const mine = page(cells);
  const theirs = page(cells);
  mine.type("a", "66");
  theirs.type("a", "70");
  expect(mine.go("undo")).toBe("conflict");
  expect(cells.at("a").content.value).toBe("70");

  mine.type("b", "1");
  theirs.type("b", "2");
  mine.type("b", "3");
  expect(mine.go("undo")).toBe("went");
  expect(cells.at("b").content.value).toBe("2");
  expect(mine.go("undo")).toBe("conflict");
  expect(cells.at("b").content.value).toBe("2");
});

test("a figure typed after an undo ends what could be done again", () => {
  const mine = page(server());
  mine.type("a", "1");
  mine.go("undo");
  mine.type("b", "2");
  expect(mine.go("redo")).toBe("nothing");
});
