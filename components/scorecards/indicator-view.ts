import { type ChartView, chartView } from "#components/charts/chart-view";
import { type CellView, cellView } from "#components/scorecards/cell-view";
import { definitionView } from "#components/scorecards/definition-view";
import { type FactsView, factsView } from "#components/scorecards/facts-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import { type SaidView, saidView } from "#components/scorecards/said-view";
import type { Direction } from "#db/vocabulary";
import type { PastAddress } from "#lib/paths";
import type { Stretch } from "#lib/rules/control-chart";
import { gradeReason } from "#lib/rules/grade";
import type { MilestoneState } from "#lib/rules/milestone";
import type { Month, MonthState } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

/** One month: its state and what stands in it, if its figures are shown (0 where they are not); what is planned, or 0; why the grade. */
export type MonthView = readonly [
  month: Month,
  state: MonthState | 0,
  cell: CellView | 0,
  milestone: readonly [asTyped: string, state: MilestoneState] | 0,
  reason: string,
  note: string,
];

/** An indicator's page in finished words and small numbers: all that travels to the browser. */
export type IndicatorView = {
  slug: string;
  /** As of which cut or edition, if not as things are. */
  past: PastAddress;
  scorecard: string;
  ref: string;
  measure: string;
  direction: Direction;
  theme: { slug: string; name: string };
  section: string;
  about: string;
  facts: FactsView | null;
  chart: ChartView | null;
  rows: MonthView[];
  levels: ShownLevel[];
  small: Sheet["small"];
  said: SaidView[];
  workedOn: Month[];
  /** Whether its reader may read the story of each month. */
  isTold: boolean;
  definition: { term: string; value: string }[];
  /** Whether there are months before the first one shown. */
  isCut: boolean;
};

/** Whether small numbers of these months are shown, where one is hidden from readers. */
const smallOf = (cells: readonly SheetCell[]): { small: Sheet["small"] } => {
  const small = cells.find((cell) => cell.small)?.small;
  return { small: small && (small === "hidden" ? "hidden" : "shown") };
};

export function indicatorView(
  sheet: Sheet,
  indicator: SheetIndicator,
  asked: {
    change: Change | undefined;
    ahead: readonly MilestoneAhead[];
    stretches: readonly Stretch[];
    timeZone: string;
    workedOn: Month[];
    isTold: boolean;
    isCut: boolean;
    past: PastAddress;
  },
): IndicatorView {
  const { scorecard, figureMonths, milestoneMonths, labelsNow } = sheet;
  const { ref, now, cells } = indicator;
  const { levels, placeOf } = levelList();
  const shown = new Set(figureMonths);
  const newestFirst = [...new Set([...figureMonths, ...milestoneMonths])]
    .sort()
    .reverse()
    .flatMap((month) => cells.get(month) ?? []);
  const plan = now.actionPlanRefs.length > 0 && `action plan ${now.actionPlanRefs.join(", ")}`;
  return {
    slug: scorecard.slug,
    past: asked.past,
    scorecard: scorecard.name,
    ref,
    measure: now.measure,
    direction: now.direction,
    theme: { slug: now.theme.slug, name: now.theme.name },
    section: sectionName(now.section),
    about: [plan, now.team?.name]
      .filter(Boolean)
      .map((text) => ` · ${text}`)
      .join(""),
    facts: asked.change ? factsView(asked.change, asked.ahead) : null,
    chart: chartView(sheet, indicator, asked.stretches),
    rows: newestFirst
      .filter(({ month, milestone }) => shown.has(month) || milestone)
      .map((cell): MonthView => {
        const { month, state, actual, at, labels, milestone } = cell;
        const isShown = shown.has(month);
        return [
          month,
          isShown && state ? state : 0,
          isShown ? cellView(cell, placeOf) : 0,
          milestone ? [milestone.milestone.asTyped, milestone.state] : 0,
          actual?.value != null && at.bands ? gradeReason(actual.value, at.bands, labels) : "",
          actual?.note ?? "",
        ];
      }),
    said: newestFirst.flatMap((cell) => saidView(cell, asked.timeZone, true) ?? []),
    workedOn: asked.workedOn,
    isTold: asked.isTold,
    definition: definitionView(now, labelsNow),
    isCut: asked.isCut,
    levels,
    ...smallOf(newestFirst),
  };
}
