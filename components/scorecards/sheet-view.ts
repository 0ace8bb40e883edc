import { type CellView, cellView } from "#components/scorecards/cell-view";
import { type Difference, type DiffersView, differsView } from "#components/scorecards/differences-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import type { HideableColumn } from "#components/scorecards/hideable-columns";
import { levelList } from "#components/scorecards/level-list";
import { monthWords } from "#components/scorecards/month-words";
import { type PartView, partView } from "#components/scorecards/part-view";
import { type SaidView, saidView } from "#components/scorecards/said-view";
import { type RefView, tilesView } from "#components/scorecards/tiles-view";
import { trendSizes } from "#components/scorecards/trend-sizes";
import { type TrendView, trendView } from "#components/scorecards/trend-view";
import type { Direction } from "#db/vocabulary";
import type { PastAddress } from "#lib/paths";
import { formatFigure } from "#lib/rules/figure";
import { publishedBand } from "#lib/rules/grade";
import { bandedLevels, type Level } from "#lib/rules/labels";
import type { MilestoneState } from "#lib/rules/milestone";
import type { Month } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { Sheet, SheetIndicator } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import type { Change } from "#lib/scorecards/what-changed";

export type MilestoneView = readonly [asTyped: string, state: MilestoneState];

export type RowView = {
  ref: string;
  measure: string;
  direction: Direction;
  plan?: string;
  benchmark?: readonly [value: string, year?: string];
  bands: (string | null)[];
  trend: TrendView | null;
  cells: CellView[];
  milestones: (MilestoneView | null)[];
  /** The newest comment on show for the months shown, and how many earlier ones there are. */
  said?: SaidView;
  earlier?: number;
  differs?: DiffersView | undefined;
};

export type SectionView = { name: string; theme: { slug: string; name: string }; rows: RowView[] };

/** A scorecard's page in finished words and small numbers: all that travels to the browser, and nothing else. */
export type SheetView = {
  slug: string;
  /** As of which cut or edition, if not as things are. */
  past: PastAddress;
  name: string;
  about: string | null;
  whole: SheetRange;
  range: SheetRange;
  hidden: readonly HideableColumn[];
  part: PartView | null;
  /** Every level shown; the first of them, as many as `legend` says, are those of the month looked at. */
  levels: ShownLevel[];
  legend: number;
  /** Whether its small numbers are shown, where any is hidden from readers. */
  small: Sheet["small"];
  tiles: RefView[][];
  bands: string[];
  months: Month[];
  focus: Month | null;
  planned: Month[];
  sections: SectionView[];
};

export function sheetView(
  sheet: Sheet,
  changes: readonly Change[],
  asked: {
    whole: SheetRange;
    range: SheetRange;
    hidden: readonly HideableColumn[];
    timeZone: string;
    past: PastAddress;
    part: PartView | null;
    /** What is to be marked, where the past is compared with now. */
    differing?: readonly Difference[] | undefined;
  },
): SheetView {
  const { scorecard, focus, figureMonths, milestoneMonths, labels, labelsNow } = sheet;
  const { levels, placeOf } = levelList();
  labels.forEach(placeOf);
  const shows = (part: HideableColumn) => !asked.hidden.includes(part);
  const planned = shows("milestones") ? milestoneMonths : [];
  const banded = shows("bands") ? bandedLevels(labelsNow) : [];
  const sections = Map.groupBy(sheet.indicators, ({ now }) => `${now.theme.slug} ${now.section.number}`);
  return {
    slug: scorecard.slug,
    past: asked.past,
    name: scorecard.name,
    about: focus && monthWords(sheet, focus),
    whole: asked.whole,
    range: asked.range,
    hidden: asked.hidden,
    part: partView(asked.part),
    legend: labels.length,
    small: sheet.small,
    tiles: focus ? tilesView(changes, labels) : [],
    bands: banded.map(({ word }) => word),
    months: figureMonths,
    focus,
    planned,
    sections: [...sections.values()].map((those): SectionView => {
      const { section, theme } = those[0]!.now;
      return { name: sectionName(section), theme: { slug: theme.slug, name: theme.name }, rows: those.map(rowView) };
    }),
    levels,
  };

  function rowView(indicator: SheetIndicator): RowView {
    const { ref, now, cells } = indicator;
    const shown = figureMonths.map((month) => cells.get(month));
    const said = shows("comments")
      ? shown.flatMap((cell) => (cell && saidView(cell, asked.timeZone, true)) ?? []).reverse()
      : [];
    return {
      ref,
      measure: now.measure,
      direction: now.direction,
      ...(shows("action-plan") && now.actionPlanRefs.length > 0 && { plan: now.actionPlanRefs.join(", ") }),
      ...(shows("benchmark") && now.benchmark && { benchmark: benchmarkView(now.benchmark, now.precision) }),
      bands: banded.map((level: Level) => publishedBand(level, now.bands, labelsNow)),
      trend: shows("trend") ? trendView(indicator, figureMonths, trendSizes.row) : null,
      cells: shown.map((cell) => cellView(cell, placeOf)),
      milestones: planned.map((month) => {
        const milestone = cells.get(month)?.milestone;
        return milestone ? [milestone.milestone.asTyped, milestone.state] : null;
      }),
      ...(said[0] && { said: said[0] }),
      ...(said.length > 1 && { earlier: said.length - 1 }),
      ...(asked.differing && {
        differs: differsView(
          asked.differing.filter((each) => each.ref === ref),
          figureMonths,
          planned,
        ),
      }),
    };
  }
}

function benchmarkView(
  benchmark: NonNullable<SheetIndicator["now"]["benchmark"]>,
  precision: number,
): NonNullable<RowView["benchmark"]> {
  const value = formatFigure(benchmark.value, Math.min(precision, 1));
  return benchmark.year ? [value, benchmark.year] : [value];
}
