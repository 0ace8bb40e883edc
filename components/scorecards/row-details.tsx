import { cellFigure } from "#components/scorecards/cell-figure";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels } from "#lib/rules/labels";
import { monthShort } from "#lib/rules/month";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

/** On a phone, everything of a row that has no column there. */
export function RowDetails({ indicator: { ref, now, cells }, sheet }: { indicator: SheetIndicator; sheet: Sheet }) {
  const rows = [
    ...sheet.figureMonths
      .filter((month) => month !== sheet.focus)
      .map((month) => [monthShort(month), cellFigure(cells.get(month))] as const),
    ...sheet.milestoneMonths.flatMap((month) => {
      const planned = cells.get(month)?.milestone;
      return planned
        ? [
            [
              `Milestone ${monthShort(month)}`,
              <MilestoneMark key={month} asTyped={planned.milestone.asTyped} state={planned.state} />,
            ] as const,
          ]
        : [];
    }),
    ...bandedLevels(sheet.labelsNow).map(
      (level) => [level.word, publishedBand(level, now.bands, sheet.labelsNow)] as const,
    ),
    ["Neighbour average", now.benchmark?.value] as const,
    ["Action plan", now.actionPlanRefs.join(", ")] as const,
  ].filter(([, value]) => value);
  return (
    <details className="mt-1 sm:hidden print:hidden">
      <summary className="py-0.5 text-accent underline underline-offset-3">
        More<span className="sr-only"> of {ref}</span>
      </summary>
      <dl className="mt-1 grid gap-y-1.5">
        {rows.map(([term, value]) => (
          <div key={term} className="flex flex-wrap justify-between gap-x-2">
            <dt className="text-soft">{term}</dt>
            <dd className="ml-auto">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
