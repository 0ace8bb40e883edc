import { type CellView, cellView } from "#components/scorecards/cell-view";
import { changeWords } from "#components/scorecards/change-words";
import { type ChangeTitle, changeTitle } from "#components/scorecards/changes-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import { monthWords } from "#components/scorecards/month-words";
import { paceWords } from "#components/scorecards/pace-words";
import { type PartView, partView } from "#components/scorecards/part-view";
import { type SaidView, saidView } from "#components/scorecards/said-view";
import { type RefView, tilesView } from "#components/scorecards/tiles-view";
import { trendSizes } from "#components/scorecards/trend-sizes";
import { figuresView, type TrendView, trendView } from "#components/scorecards/trend-view";
import type { Direction } from "#db/vocabulary";
import type { PastAddress } from "#lib/paths";
import type { Labels } from "#lib/rules/labels";
import type { MilestoneState } from "#lib/rules/milestone";
import { type Month, monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Sheet } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

/** One indicator in a month: figure, line, what changed, its milestone and the next one, its comment. */
export type CardView = {
  ref: string;
  measure: string;
  direction: Direction;
  section: string;
  cell: CellView;
  trend: TrendView;
  figures: (string | null)[];
  changed: ChangeTitle | null;
  words: string;
  milestone: readonly [asTyped: string, state: MilestoneState, words: string] | null;
  next: readonly [asTyped: string, month: Month, pace: string] | null;
  said: SaidView | null;
};

/** A theme's page in finished words and small numbers: all that travels to the browser. */
export type ThemeView = {
  slug: string;
  /** As of which cut or edition, if not as things are. */
  past: PastAddress;
  scorecard: string;
  theme: { slug: string; name: string };
  part: PartView | null;
  month: Month;
  /** The month in words, its state and what is coming in. */
  about: string;
  since: string;
  /** The months shown, earliest first. */
  months: Month[];
  levels: ShownLevel[];
  legend: number;
  /** Whether its small numbers are shown, where any is hidden from readers. */
  small: Sheet["small"];
  tiles: RefView[][];
  cards: CardView[];
};

export function themeView(
  sheet: Sheet,
  {
    theme,
    part,
    month,
    since,
    labels,
    timeZone,
    past,
  }: {
    theme: { slug: string; name: string };
    part: PartView | null;
    month: Month;
    since: Month | null;
    labels: Labels;
    timeZone: string;
    past: PastAddress;
  },
  changes: readonly (Change & { next: MilestoneAhead | undefined })[],
): ThemeView {
  const { levels, placeOf } = levelList();
  labels.forEach(placeOf);
  const { slug, name: scorecard } = sheet.scorecard;
  return {
    slug,
    past,
    scorecard,
    theme: { slug: theme.slug, name: theme.name },
    part: partView(part),
    month,
    about: monthWords(sheet, month),
    since: since ? monthName(since) : "each was last due",
    months: sheet.figureMonths,
    legend: labels.length,
    small: sheet.small,
    tiles: tilesView(changes, labels),
    cards: changes.map(({ next, ...change }): CardView => {
      const { indicator, cell } = change;
      const planned = cell.milestone;
      return {
        ref: indicator.ref,
        measure: cell.at.measure,
        direction: cell.at.direction,
        section: sectionName(cell.at.section),
        cell: cellView(cell, placeOf),
        trend: trendView(indicator, sheet.figureMonths, trendSizes.card),
        figures: figuresView(indicator, sheet.figureMonths),
        changed: changeTitle(change),
        words: changeWords(change),
        milestone: planned && [planned.milestone.asTyped, planned.state, planned.words],
        next: next ? [next.milestone.asTyped, next.month, paceWords(next)] : null,
        said: saidView(cell, timeZone, false),
      };
    }),
    levels,
  };
}
