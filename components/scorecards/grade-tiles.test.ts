import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GradeTiles } from "#components/scorecards/grade-tiles";
import { firstLabels } from "#lib/people/first-labels";
import type { Labels } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";
import { redAmberGreen } from "#lib/testing/red-amber-green";

/** An indicator at a grade in a month, and before it. */
const change = (ref: string, labels: Labels, grade: number | null, was: number | null = null) =>
  ({
    indicator: { ref },
    cell: { grade, labels },
    before: { grade: was, labels },
    levels: grade && was ? was - grade : null,
  }) as Change;

const said = (labels: Labels, changes: Change[]) =>
  renderToStaticMarkup(GradeTiles({ changes, labels, slug: "early-help", past: {} }))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

test("there is a tile for each level, best first, with how many indicators earn it and which", () => {
  const changes = [
    change("1.1", redAmberGreen, 2, 1),
    change("1.2", redAmberGreen, 1, 2),
    change("2.1", redAmberGreen, 3, 3),
    change("2.2", redAmberGreen, null),
  ];
  expect(said(redAmberGreen, changes)).toBe(
    "Green 1 1.2 ▲ up from Amber Amber 1 1.1 ▼ down from Green Red 1 2.1 No grade 1 2.2",
  );
  expect(said(firstLabels, [change("1.1", firstLabels, 4)])).toBe(
    "Outstanding 0 none Good 0 none Adequate 0 none Inadequate 1 1.1 No grade 0 none",
  );
});

test("of more than twenty, twenty are named, those that moved first", () => {
  const changes = Array.from({ length: 30 }, (_, n) => change(`1.${n}`, redAmberGreen, 2, n === 29 ? 3 : 2));
  expect(said(redAmberGreen, changes)).toMatch(
    /^Green 0 none Amber 30 1\.29 ▲ up from Red, 1\.0 .* 1\.18 and 10 more Red/,
  );
});
