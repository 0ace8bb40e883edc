import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findPast } from "#lib/audit/find-past";

const database = useDatabase();

beforeAll(async () => {
  // Three cuts in winter and summer; the third and the fourth are of one moment.
  await database.asOwner(
    `insert into audit.cut (number, incarnation, taken_at, snapshot, newest)
     select number, 1, taken_at::timestamptz, pg_current_snapshot(), 0 from (values
       (1, '2014-01-14T09:31:58.5Z'), (2, '2014-01-14T09:32:00.25Z'), (3, '2014-07-01T12:00:00Z'), (4, '2014-07-01T12:00:00Z')) c (number, taken_at)`,
  );
});

const at = (typed: string) => findPast({ at: typed }, "Europe/London");
const cut = (typed: string) => findPast({ cut: typed }, "Europe/London");

describe("a moment", () => {
  test("is answered by the newest cut at or before it", async () => {
    expect(await at("2014-01-14T09:32")).toMatchObject({ ok: true, past: { cut: 1 } });
    expect(await at("2014-01-14T09:32:01")).toMatchObject({ ok: true, past: { cut: 2 } });
    expect(await at("2014-06-30T00:00")).toEqual({
      ok: true,
      past: { cut: 2, takenAt: new Date("2014-01-14T09:32:00.250Z") },
    });
  });

  test("is of the organisation's clock, in summer too", async () => {
    expect(await at("2014-07-01T12:59")).toMatchObject({ past: { cut: 2 } });
    expect(await at("2014-07-01T13:00")).toMatchObject({ past: { cut: 4 } });
  });

  test.each([
    ["2014-01-14T09:31", "That was before the first moment that is kept, and so cannot be shown."],
    ["2999-01-01T00:00", "That moment has not been yet."],
    ["2014-02-31T09:32", "“2014-02-31T09:32” is not a moment. Give it as year, month, day and time: 2014-01-14T09:32."],
    ["2014-01-14", "“2014-01-14” is not a moment."],
    ["2014-01-14T24:00", "is not a moment"],
    ["yesterday'; drop table actual", "is not a moment"],
    ["", "is not a moment"],
    ["0", "is not a moment"],
  ])("%s is refused in words", async (typed, words) => {
    expect(await at(typed)).toEqual({ ok: false, message: expect.stringContaining(words) });
  });
});

describe("a cut", () => {
  test("is found by its number", async () => {
    expect(await cut("3")).toMatchObject({ ok: true, past: { cut: 3 } });
  });

  test.each(["0", "-1", "1e3", "1.5", "99999999999999999999", "last", "\u0000"])(
    "%s is refused in words",
    async (typed) => {
      expect(await cut(typed)).toMatchObject({ ok: false, message: expect.stringContaining("is not a cut") });
    },
  );

  test("that was never taken is said not to be there", async () => {
    expect(await cut("17")).toEqual({ ok: false, message: "There is no cut 17." });
  });
});
