import type { Coverage, Direction, Unit } from "#db/vocabulary";
import type { ActualContent } from "#lib/rules/actual";
import type { Held } from "#lib/rules/at-month";
import type { Bands } from "#lib/rules/bands";
import type { CommentRules } from "#lib/rules/comment-rules";
import type { Grade, Labels } from "#lib/rules/labels";
import type { Milestone, MilestoneState } from "#lib/rules/milestone";
import type { Month, MonthState } from "#lib/rules/month";
import type { EarlierFigure } from "#lib/rules/usual-limits";

export type SheetScorecard = {
  id: string;
  slug: string;
  name: string;
  /** The first month that it was made for. */
  begins?: Month | null;
  /** How many indicators it has. */
  size: number;
  /** The months the person may see figures of, earliest first. */
  months: SheetMonth[];
  /** Every month with a milestone, earliest first. */
  plannedMonths: Month[];
  labelSets: (Held & { labels: Labels })[];
  /** What its organisation said of when a comment is required, from which months on. */
  /** Whether small numbers of one of its indicators are or were ever hidden from readers. */
  hidesSmall?: boolean;
  commentRules?: (CommentRules & { fromMonth: Month })[];
};

export type SheetMonth = {
  month: Month;
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
};

export type Benchmark = {
  name: string;
  value: string;
  year: string | null;
  neighbourSet: string | null;
  source: string | null;
};

/** What is true of an indicator in a month: its definition, its place, its team, what it is judged by. */
export type IndicatorAt = {
  measure: string;
  unit: Unit;
  direction: Direction;
  precision: number;
  actionPlanRefs: string[];
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  covers?: Coverage | null;
  purpose?: string | null;
  calculation?: string | null;
  dataSource?: string | null;
  hidesSmall?: boolean | null;
  breakInSeries: boolean;
  /** Why what is usual is worked out anew from the month of the definition, if it is. */
  rebasedBecause: string | null;
  definedFrom: Month;
  section: { number: number; title: string | null };
  theme: { slug: string; name: string; position: number };
  position: number;
  team: { id: string; name: string } | null;
  benchmark: Benchmark | null;
  bands: Bands | null;
};

/** The comment on show: words that are approved or came with an import, or the reason why an approval no longer stands. */
export type SheetComment =
  | { kind: "approved"; body: string; number: number; decidedAt: Date; decidedBy: string }
  | { kind: "imported"; body: string }
  | { kind: "lapsed"; because: string }
  | { kind: "withheld" };

/** From a month on, and why. */
export type Rebased = { month: Month; because: string };

export type SheetCell = {
  month: Month;
  state: MonthState;
  isDue: boolean;
  /** A figure is due every so many months. */
  every: number;
  /** The month whose figure this one is compared with; null when none was due within a year. */
  previousDue: Month | null;
  at: IndicatorAt;
  /** The levels in this month. */
  labels: Labels;
  /** With whether it was changed after its month was published. */
  actual: (ActualContent & { isRestated?: boolean }) | null;
  grade: Grade | null;
  milestone: { milestone: Milestone; state: MilestoneState; words: string } | null;
  comment: SheetComment | null;
  /** That its figure is one that readers are not shown: to whoever looks it is hidden, or it is shown all the same. */
  small?: "hidden" | "hidden from readers";
};

export type SheetIndicator = {
  id: string;
  ref: string;
  /** As it is in the last month shown. */
  now: IndicatorAt;
  /** The months shown, those planned, and of the year before them those that they are compared with. */
  cells: Map<Month, SheetCell>;
  /** The months from which what is usual is worked out anew, earliest first. */
  rebased: readonly Rebased[];
  /** The figures by which those shown are usual or not; none where they were not asked for. */
  earlier: readonly EarlierFigure[];
};

export type Sheet = {
  scorecard: SheetScorecard;
  /** The months whose figures are shown, earliest first. */
  figureMonths: Month[];
  /** The months of the range that have a milestone, earliest first. */
  milestoneMonths: Month[];
  /** The month to lead with, of those shown. */
  focus: Month | null;
  indicators: SheetIndicator[];
  /** The levels in the month looked at. */
  labels: Labels;
  /** The levels in the last month shown, as each indicator's `now` is of that month. */
  labelsNow: Labels;
  /** Where small numbers are hidden from readers, whether they are shown to whoever looks. */
  small?: "hidden" | "shown" | undefined;
};
