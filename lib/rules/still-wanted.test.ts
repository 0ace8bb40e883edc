import { expect, test } from "vitest";
import { firstLabels } from "#lib/people/first-labels";
import type { ActualContent } from "#lib/rules/actual";
import { parseBands } from "#lib/rules/bands";
import type { CommentedRow } from "#lib/rules/comment-wanted";
import { stillWanted } from "#lib/rules/still-wanted";
import { typedBands } from "#lib/testing/typed-bands";

const reading = parseBands(typedBands(["65-70", "71-75", "75+"]), "higher");
const bands = reading.ok ? reading.bands : null;
const actual = (value: string) => ({ value }) as ActualContent;
type Row = CommentedRow & { ref: string; actual: ActualContent | null };
const row = (ref: string, facts: Partial<Row>, comment = "none") =>
  ({ ref, bands, milestone: null, previous: null, actual: null, comment: { state: comment }, ...facts }) as Row;
const part = { month: "2013-12", state: "open", labels: firstLabels } as const;

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
  expect(stillWanted([{ ...part, rows }])).toEqual({
    due: 7,
    given: 6,
    figures: "1.1",
    comments: "1.2 and 2.2",
    returned: "2.4 and 2.5",
  });
});

test("a return whose month is closed asks for nothing, and says what was not given", () => {
  const rows = [row("1.1", {}), row("2.4", { actual: actual("72") }, "returned")];
  expect(stillWanted([{ ...part, state: "closed", rows }])).toEqual({
    due: 2,
    given: 1,
    figures: null,
    comments: null,
    returned: null,
  });
});

test("a return that is complete asks for nothing", () => {
  expect(stillWanted([{ ...part, rows: [row("1.1", { actual: actual("72") })] }])).toEqual({
    due: 1,
    given: 1,
    figures: null,
    comments: null,
    returned: null,
  });
});
