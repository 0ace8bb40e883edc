import { readFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { type Pasted, pasteActualsAction } from "#lib/returns/actions";
import type { PasteReview } from "#lib/returns/paste/paste-review";
import { browseAs, formOf } from "#lib/testing/browser";
import { makeWorld } from "#lib/testing/world";
import must from "./cases/must.json" with { type: "json" };

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
const january = "2014-01";
let indicators: Map<string, string>;

/** The first scorecard: 1.1 to 2.5 are the Assessment team's, and of December 2013 and January 2014, which are open, January has no figures. */
beforeAll(async () => {
  const { actors } = await makeWorld(database);
  const { importId } = await importFirstScorecard(actors.officer);
  const found = await database.asOwner(
    "select ref, id from indicator where scorecard_id = (select scorecard_id from import where id = $1)",
    [importId],
  );
  indicators = new Map(found.map(({ ref, id }) => [String(ref), String(id)]));
  await browseAs(actors.lead.token);
});

type Fields = Record<string, string>;
const blockOf = (file: string) => readFileSync(`lib/returns/paste/cases/${file}`, "utf8");

async function send(file: string, { on = "1.1", month = january, ...fields }: Fields = {}): Promise<Result<Pasted>> {
  return pasteActualsAction(null, formOf({ month, start: indicators.get(on)!, block: blockOf(file), ...fields }));
}

async function look(file: string, fields: Fields = {}): Promise<PasteReview> {
  return ((await send(file, fields)) as { value: { review: PasteReview } }).value.review;
}

const rows = ({ cells }: PasteReview) => cells.map(({ name, as, becomes }) => `${name} ${as} ${becomes}`);

const cases: Record<keyof typeof must, () => Promise<void>> = {
  "column-of-seven.txt": async () => {
    expect(rows(await look("column-of-seven.txt"))).toEqual([
      "1.1 new 18",
      "1.2 new 14.1",
      "2.1 new 91",
      "2.2 blank “”",
      "2.3 new 70",
      "2.4 new 84",
      "2.5 new 6",
    ]);
  },
  "refs-and-two-months.txt": async () => {
    const { cells } = await look("refs-and-two-months.txt", { on: "2.4", month: "2013-12" });
    expect(cells.map(({ name, month, was, as, becomes }) => `${name} ${month} ${was} ${as} ${becomes}`)).toEqual([
      "2.1 December 2013 90 unchanged “90”",
      "2.1 January 2014 no figure new 91",
      "2.3 December 2013 68 unchanged “68”",
      "2.3 January 2014 no figure new 70",
      "1.1 December 2013 9 unchanged “9”",
      "1.1 January 2014 no figure blank “”",
    ]);
  },
  "quoted-line-break.txt": async () => {
    const { cells } = await look("quoted-line-break.txt");
    expect(cells).toMatchObject([
      { name: "2.1", as: "new", becomes: "90", note: "seen within\nten days" },
      { name: "2.2", as: "new", becomes: "not available", note: 'not audited, says the "QA" team' },
    ]);
  },
  "percent-signs-and-symbols.txt": async () => {
    const { cells } = await look("percent-signs-and-symbols.txt", { on: "2.1" });
    expect(cells).toMatchObject([
      { as: "new", becomes: "90" },
      { as: "new", becomes: "not available" },
      { as: "new", becomes: "68" },
      { as: "asked", offers: [{ value: "[x]" }, { value: "[z]" }] },
      { as: "new", becomes: "4" },
    ]);
  },
  "too-long-for-the-rows.txt": async () => {
    const { cells, seen, request } = await look("too-long-for-the-rows.txt");
    const rowless = cells.filter(({ as }) => as === "refused");
    expect(rowless.map(({ name, message }) => `${name}: ${message}`)).toEqual(
      [8, 9, 10].map((row) => `Row ${row}: There is no row for it: the return ends with 2.5.`),
    );
    const sent = { seen, request, does: "record" };
    expect(await send("too-long-for-the-rows.txt", sent)).toMatchObject({
      code: "INVALID",
      message: "Leave out the 3 cells that cannot be recorded, or change the block.",
    });
    expect(await written()).toBe(0);
    expect(await send("too-long-for-the-rows.txt", { ...sent, leave: "on" })).toMatchObject({ ok: true });
    expect(await written()).toBe(7);
  },
  "sideways.txt": async () => {
    expect(await look("sideways.txt")).toMatchObject({ mayTurn: true });
    const turned = await look("sideways.txt", { does: "turn" });
    expect(turned.cells.map(({ name, month }) => `${name} ${month}`)).toEqual(
      ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"].map((ref) => `${ref} January 2014`),
    );
  },
  "first-cell-blank.txt": async () => {
    const review = await look("first-cell-blank.txt");
    expect(rows(review)).toEqual([
      "1.1 blank “”",
      "1.2 new 14.4",
      "2.1 new 91",
      expect.stringMatching(/^2\.2 /),
      "2.3 new 72",
      "2.4 new 83",
      "2.5 new 6",
    ]);
    expect(review.said).toEqual([]);
  },
  "first-cell-an-error.txt": async () => {
    expect(rows(await look("first-cell-an-error.txt"))).toEqual([
      "1.1 refused “#DIV/0!”",
      "1.2 new 14.4",
      "2.1 refused “pending”",
    ]);
  },
  "refs-beside-words.txt": async () => {
    expect(rows(await look("refs-beside-words.txt"))).toEqual([
      "1.2 refused “Awaiting data from HR”",
      "2.1 refused “#DIV/0!”",
      "2.2 new 90",
    ]);
  },
  "words-on-top.txt": async () => {
    const review = await look("words-on-top.txt");
    expect(rows(review)).toEqual(["1.1 refused “Timeliness”", "1.2 new 14.4", "2.1 new 9"]);
    expect(review).toMatchObject({ mayBeHeaded: true, isHeaded: false });
    const headed = await look("words-on-top.txt", { on: "1.2", does: "head" });
    expect(rows(headed)).toEqual(["1.2 new 14.4", "2.1 new 9"]);
    expect(headed).toMatchObject({ mayBeHeaded: true, isHeaded: true });
    expect(await look("words-on-top.txt", { does: "head", headed: "on" })).toMatchObject({ isHeaded: false });
    expect(await look("words-on-top.txt", { does: "turn", headed: "on" })).toMatchObject({ isHeaded: false });
  },
};

const written = async () =>
  (await database.asOwner("select count(*)::int as n from audit.entry where verb = 'actual.paste'"))[0]!.n;

test.each(Object.entries(must))("%s: %s", (file) => cases[file as keyof typeof must]());

test.each(["Target", "February"])(
  "under %s nothing is recorded before the person says whose figures they are",
  async (heading) => {
    const given = {
      month: january,
      start: indicators.get("1.1")!,
      block: `ref\t${heading}\n1.1\t24\n1.2\t${heading.length}\n`,
    };
    const answer = await pasteActualsAction(null, formOf(given));
    const { under, seen, request } = (answer as { value: { review: PasteReview } }).value.review;
    expect(under).toEqual({ heading: `“${heading}”`, whose: "January 2014’s" });
    const record = (more: Fields) =>
      pasteActualsAction(null, formOf({ ...given, seen, request, does: "record", ...more }));
    const before = await written();
    expect(await record({})).toMatchObject({
      code: "INVALID",
      fields: { ours: "Say that they are January 2014’s figures, or change the block." },
    });
    expect(await written()).toBe(before);
    expect(await record({ ours: "on", "out.0": "on" })).toMatchObject({ ok: true });
    expect(await written()).not.toBe(before);
  },
);

test("a month that is not open is refused cell by cell, and the rest can be recorded once those are left out", async () => {
  const block = "PI ref\tNov-13\tJan-14\n2.1\t90\t91\n2.3\t68\t70\n";
  const given = { month: january, start: indicators.get("1.1")!, block };
  const answer = await pasteActualsAction(null, formOf(given));
  const { cells, seen, request } = (answer as { value: { review: PasteReview } }).value.review;
  expect(cells.map(({ as, message }) => message ?? as)).toEqual([
    "November 2013 is closed, so its figures are locked.",
    "changed",
    "November 2013 is closed, so its figures are locked.",
    "changed",
  ]);
  const record = (more: Fields) =>
    pasteActualsAction(null, formOf({ ...given, seen, request, does: "record", ...more }));
  expect(await record({})).toMatchObject({ code: "INVALID", fields: { leave: expect.any(String) } });
  expect(await record({ leave: "on" })).toMatchObject({ ok: true });
});
