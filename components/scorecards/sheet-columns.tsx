import { columnVisibilityFeature, createColumnHelper, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { ReactNode } from "react";
import { cellFigure } from "#components/scorecards/cell-figure";
import { DirectionWords } from "#components/scorecards/direction-words";
import type { HideableColumn } from "#components/scorecards/hideable-columns";
import { IndicatorTrend } from "#components/scorecards/indicator-trend";
import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { RowDetails } from "#components/scorecards/row-details";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { formatFigure } from "#lib/rules/figure";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, type Level } from "#lib/rules/labels";
import { monthShort } from "#lib/rules/month";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";

export type SheetColumnMeta = { className?: string; onPhone?: boolean };

export const sheetFeatures = tableFeatures({
  columnVisibilityFeature,
  coreReactivityFeature: storeReactivityBindings(),
  columnMeta: {} as SheetColumnMeta,
});

const helper = createColumnHelper<typeof sheetFeatures, SheetIndicator>();
const figure = "figure";

/** The columns of the source, in its order: ref, measure, action plan, neighbours, bands, months, milestones. */
export function sheetColumns(sheet: Sheet) {
  const { scorecard, labelsNow } = sheet;
  const column = (
    id: string,
    header: string,
    cell: (indicator: SheetIndicator) => ReactNode,
    meta: SheetColumnMeta = {},
  ) => helper.display({ id, header, cell: ({ row }) => cell(row.original), meta });

  // A group without columns would itself be taken for one.
  const group = (header: string, columns: ReturnType<typeof column>[]) =>
    columns.length > 0 ? [helper.group({ id: header, header, columns })] : [];

  return [
    column(
      "ref",
      "PI ref",
      ({ ref }) => (
        <TextLink href={paths.indicator(scorecard.slug, ref)} className="-mt-0.5 inline-block min-w-6 leading-6">
          {ref}
        </TextLink>
      ),
      {
        onPhone: true,
        className: "sticky left-0 z-10 bg-paper font-semibold whitespace-nowrap",
      },
    ),
    column(
      "measure",
      "Measure",
      (indicator) => (
        <>
          <span className="block">{indicator.now.measure}</span>
          <span className="text-[0.8125rem]">
            <DirectionWords direction={indicator.now.direction} />
          </span>
          <RowDetails indicator={indicator} sheet={sheet} />
        </>
      ),
      { onPhone: true, className: "sm:min-w-52 sm:max-w-80" },
    ),
    column("action-plan", "Action plan", ({ now }) => now.actionPlanRefs.join(", ")),
    column(
      "benchmark",
      "Neighbour average",
      ({ now: { benchmark, precision } }) =>
        benchmark && (
          <>
            {formatFigure(benchmark.value, Math.min(precision, 1))}
            {benchmark.year && <small className="block text-soft">{benchmark.year}</small>}
          </>
        ),
      { className: figure },
    ),
    ...group(
      "Bands",
      bandedLevels(labelsNow).map((level) =>
        column(bandColumn(level), level.word, ({ now }) => publishedBand(level, now.bands, labelsNow), {
          className: `${figure} text-soft`,
        }),
      ),
    ),
    column("trend", "Trend", (indicator) => <IndicatorTrend indicator={indicator} months={sheet.figureMonths} />),
    ...group(
      "Actual",
      sheet.figureMonths.map((month) =>
        column(`actual-${month}`, monthShort(month), ({ cells }) => cellFigure(cells.get(month)), {
          className: figure,
          onPhone: month === sheet.focus,
        }),
      ),
    ),
    ...group(
      "Milestones",
      sheet.milestoneMonths.map((month) =>
        column(
          `milestone-${month}`,
          monthShort(month),
          ({ cells }) => {
            const planned = cells.get(month)?.milestone;
            return planned && <MilestoneMark asTyped={planned.milestone.asTyped} state={planned.state} stacked />;
          },
          { className: figure },
        ),
      ),
    ),
  ];
}

const bandColumn = ({ rank }: Level) => `band-${rank}`;

/** The columns that the parts put away stand for, as the table keeps them. */
export function columnVisibility(sheet: Sheet, hidden: readonly HideableColumn[]): Record<string, boolean> {
  const columnsOf: Record<HideableColumn, string[]> = {
    "action-plan": ["action-plan"],
    benchmark: ["benchmark"],
    bands: bandedLevels(sheet.labelsNow).map(bandColumn),
    trend: ["trend"],
    milestones: sheet.milestoneMonths.map((month) => `milestone-${month}`),
    comments: [],
  };
  return Object.fromEntries(hidden.flatMap((part) => columnsOf[part].map((id) => [id, false])));
}
