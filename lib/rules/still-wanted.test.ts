import { expect, test } from "vitest";
import { firstLabels } from "#lib/people/first-labels";
import type { ActualContent } from "#lib/rules/actual";
import { parseBands } from "#lib/rules/bands";
import type { CommentedRow } from "#lib/rules/comment-wanted";
import { nextToWrite, stillWanted } from "#lib/rules/still-wanted";
import { typedBands } from "#lib/testing/typed-bands";

const reading = parseBands(typedBands(["65-70", "71-75", "75+"]), "higher");
const bands = reading.ok ? reading.bands : null;
const actual = (value: string) => ({ value }) as ActualContent;
type Row = CommentedRow & { indicatorId: string; ref: string; actual: ActualContent | null };
const row = (ref: string, facts: Partial<Row>, comment = "none") =>
  ({
    indicatorId: `id of ${ref}`,
    ref,
    bands,
    milestone: null,
    previous: null,
    actual: null,
    comment: { state: comment },
    ...facts,
  }) as Row;
const part = { scorecard: { slug: "improvement" }, month: "2013-12", state: "open", labels: firstLabels } as const;

function asked(parts: Parameters<typeof stillWanted<Row>>[0]) {
  const { due, given, ...cells } = stillWanted(parts);
  const refs = Object.entries(cells).map(([kind, those]) => [kind, those.map(({ ref }) => ref)]);
  return { due, given, ...Object.fromEntries(refs) };
}

test("a return asks for the figures not given, the comments not handed in, and those that came back", () => {
  const rows = [
    row("1.1", {}),
    row("1.2", { actual: actual("68") }),
    row("2.1", { actual: actual("72") }),
    row("2.2", { actual: actual("60") }, "draft"),
    row("2.3", { actual: actual("60") }, "submitted"),
    row("2.4", { actual: actual("72") }, "returned"),
    row("2.5", { actual: { value: null, missing: "x" } as ActualContent }, "approval withdrawn"),
  ];
  expect(asked([{ ...part, rows }])).toEqual({
    due: 7,
    given: 6,
    figures: ["1.1"],
    comments: ["1.2", "2.2"],
    returned: ["2.4", "2.5"],
    toWrite: ["1.2", "2.2", "2.4", "2.5"],
  });
});

test("a return whose month is closed asks for nothing, and says what was not given", () => {
  const rows = [row("1.1", {}), row("2.4", { actual: actual("72") }, "returned")];
  expect(asked([{ ...part, state: "closed", rows }])).toEqual({
    due: 2,
    given: 1,
    figures: [],
    comments: [],
    returned: [],
    toWrite: [],
  });
});

test("a return that is complete asks for nothing", () => {
  expect(asked([{ ...part, rows: [row("1.1", { actual: actual("72") })] }])).toEqual({
    due: 1,
    given: 1,
    figures: [],
    comments: [],
    returned: [],
    toWrite: [],
  });
});

test("after a comment the next one to write comes below it, then from the top, and it says how many are left", () => {
  const low = { actual: actual("60") };
  const rows = [row("1.1", low), row("1.2", low, "submitted"), row("2.1", {}, "returned"), row("2.2", low)];
  const after = (ref: string) => {
    const found = nextToWrite([{ ...part, rows }], `id of ${ref}`);
    return found && [found.next.ref, found.left];
  };
  expect(after("1.2")).toEqual(["2.1", 3]);
  expect(after("2.1")).toEqual(["2.2", 2]);
  expect(after("2.2")).toEqual(["1.1", 2]);
  expect(nextToWrite([{ ...part, rows: rows.slice(1, 2) }], "id of 1.2")).toBeNull();
});
