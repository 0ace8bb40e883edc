import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  canBeShown,
  figure,
  freeText,
  id,
  isFinite,
  isFirstOfMonth,
  isOneOf,
  isRange,
  month,
} from "#db/schema/columns";
import {
  endsAfterItStarts,
  fromMonth,
  onceWhileLive,
  setAndWithdrawn,
  toMonth,
  withdrawnWithReason,
} from "#db/schema/from-month";
import { team } from "#db/schema/people";
import { scorecard, section } from "#db/schema/scorecards";
import { coverages, directions, units } from "#db/vocabulary";

const indicatorId = () =>
  uuid("indicator_id")
    .notNull()
    .references(() => indicator.id);

/** A PI's identity. Everything about it that may change has a month from which it holds. */
export const indicator = pgTable(
  "indicator",
  {
    id: id(),
    scorecardId: uuid("scorecard_id")
      .notNull()
      .references(() => scorecard.id),
    ref: text("ref").notNull(),
  },
  (t) => [unique("indicator_ref_once").on(t.scorecardId, t.ref), canBeShown("indicator_ref_can_be_shown", t.ref, 40)],
);

/**
 * What an indicator measures, from a month on. Precision is decimals; position orders it in its section. Where it says why,
 * what is usual of its figures is worked out anew from that month.
 */
export const indicatorDefinition = pgTable(
  "indicator_definition",
  {
    id: id(),
    indicatorId: indicatorId(),
    ...fromMonth(),
    ...toMonth(),
    sectionId: uuid("section_id")
      .notNull()
      .references(() => section.id),
    position: integer("position").notNull(),
    measure: text("measure").notNull(),
    unit: text("unit", { enum: units }).notNull(),
    direction: text("direction", { enum: directions }).notNull(),
    precision: smallint("precision").notNull(),
    actionPlanRefs: text("action_plan_refs").array().notNull().default(sql`'{}'`),
    numeratorLabel: text("numerator_label"),
    denominatorLabel: text("denominator_label"),
    /** What the figure of a month covers; null where nobody said. */
    covers: text("covers", { enum: coverages }),
    purpose: text("purpose"),
    calculation: text("calculation"),
    dataSource: text("data_source"),
    /** That readers are not shown figures of few, nor what would give such away; null where they are. */
    hidesSmall: boolean("hides_small"),
    breakInSeries: boolean("break_in_series").notNull().default(false),
    rebasedBecause: freeText("rebased_because"),
  },
  (t) => [
    onceWhileLive("definition_once_a_month", t, t.indicatorId, t.fromMonth),
    index("definition_by_indicator").on(t.indicatorId, t.fromMonth),
    index("definition_that_hides_small").on(t.indicatorId).where(sql`${t.hidesSmall}`),
    withdrawnWithReason("definition_withdrawn_with_reason", t),
    endsAfterItStarts("definition_ends_after_it_starts", t),
    isFirstOfMonth("definition_from_first_of_month", t.fromMonth),
    canBeShown("measure_can_be_shown", t.measure, 2000),
    canBeShown("numerator_label_can_be_shown", t.numeratorLabel, 500),
    canBeShown("denominator_label_can_be_shown", t.denominatorLabel, 500),
    canBeShown("purpose_can_be_shown", t.purpose, 2000),
    canBeShown("calculation_can_be_shown", t.calculation, 2000),
    canBeShown("data_source_can_be_shown", t.dataSource, 500),
    isOneOf("coverage_is_known", t.covers, coverages),
    check(
      "small_numbers_of_something_counted",
      sql`not ${t.hidesSmall} or (${t.covers} is not null and ${t.unit} in ('count', 'percent'))`,
    ),
    check(
      "action_plan_refs_can_be_shown",
      sql`array_position(${t.actionPlanRefs}, null) is null and coalesce(array_ndims(${t.actionPlanRefs}), 1) = 1 and length(array_to_string(${t.actionPlanRefs}, ' ')) <= 2000`,
    ),
    isOneOf("unit_is_known", t.unit, units),
    isOneOf("direction_is_known", t.direction, directions),
    check("rebased_because_of_something", sql`${t.rebasedBecause} <> ''`),
    check("precision_of_0_to_4_decimals", sql`${t.precision} between 0 and 4`),
  ],
);

/** The team that answers for an indicator, from a month on. */
export const indicatorTeam = pgTable(
  "indicator_team",
  {
    id: id(),
    indicatorId: indicatorId(),
    ...fromMonth(),
    teamId: uuid("team_id")
      .notNull()
      .references(() => team.id),
  },
  (t) => [
    onceWhileLive("team_once_a_month", t, t.indicatorId, t.fromMonth),
    index("team_by_indicator").on(t.indicatorId, t.fromMonth),
    index("indicator_by_team").on(t.teamId, t.indicatorId),
    withdrawnWithReason("team_withdrawn_with_reason", t),
    isFirstOfMonth("team_from_first_of_month", t.fromMonth),
  ],
);

/** How often figures are due: every month, quarter or year counted from its first month. */
export const dueRule = pgTable(
  "due_rule",
  {
    id: id(),
    indicatorId: indicatorId(),
    ...fromMonth(),
    ...toMonth(),
    every: smallint("every").notNull(),
  },
  (t) => [
    onceWhileLive("due_rule_once_a_month", t, t.indicatorId, t.fromMonth),
    index("due_rule_by_indicator").on(t.indicatorId, t.fromMonth),
    withdrawnWithReason("due_rule_withdrawn_with_reason", t),
    isFirstOfMonth("due_from_first_of_month", t.fromMonth),
    isFirstOfMonth("due_to_first_of_month", t.toMonth),
    check("due_every_month_quarter_or_year", sql`${t.every} in (1, 3, 12)`),
    endsAfterItStarts("due_ends_after_it_starts", t),
  ],
);

/** The bands published together, from a month on. */
export const bandSet = pgTable(
  "band_set",
  { id: id(), indicatorId: indicatorId(), ...fromMonth(), ...toMonth() },
  (t) => [
    onceWhileLive("band_set_once_a_month", t, t.indicatorId, t.fromMonth),
    index("band_set_by_indicator").on(t.indicatorId, t.fromMonth),
    unique("band_set_of_its_indicator").on(t.id, t.indicatorId),
    unique("band_set_of_its_month").on(t.id, t.indicatorId, t.fromMonth),
    withdrawnWithReason("band_set_withdrawn_with_reason", t),
    endsAfterItStarts("band_set_ends_after_it_starts", t),
    isFirstOfMonth("band_set_from_first_of_month", t.fromMonth),
  ],
);

/**
 * One band as typed, and the edge a figure must reach (or, if strict, pass) to earn the level of its rank; where close to
 * a range is better, from which edge to which other one. The lowest level has no band.
 */
export const band = pgTable(
  "band",
  {
    id: id(),
    bandSetId: uuid("band_set_id").notNull(),
    indicatorId: indicatorId(),
    fromMonth: month("from_month").notNull(),
    rank: smallint("rank").notNull(),
    asTyped: text("as_typed").notNull(),
    edge: figure("edge").notNull(),
    farEdge: figure("far_edge"),
    strict: boolean("strict").notNull(),
  },
  (t) => [
    foreignKey({
      name: "band_of_its_set",
      columns: [t.bandSetId, t.indicatorId, t.fromMonth],
      foreignColumns: [bandSet.id, bandSet.indicatorId, bandSet.fromMonth],
    }),
    unique("band_rank_once").on(t.bandSetId, t.rank),
    check("band_rank_of_1_to_5", sql`${t.rank} between 1 and 5`),
    isFinite("band_edge_is_finite", t.edge),
    isRange("band_range_has_two_ends", t),
    canBeShown("band_can_be_shown", t.asTyped, 100),
  ],
);

/** A comparison value, from a month on, with where it comes from. */
export const benchmark = pgTable(
  "benchmark",
  {
    id: id(),
    indicatorId: indicatorId(),
    ...fromMonth(),
    ...toMonth(),
    name: text("name").notNull(),
    value: figure("value").notNull(),
    year: text("year"),
    neighbourSet: text("neighbour_set"),
    source: text("source"),
  },
  (t) => [
    onceWhileLive("benchmark_once_a_month", t, t.indicatorId, t.name, t.fromMonth),
    index("benchmark_by_indicator").on(t.indicatorId, t.name, t.fromMonth),
    withdrawnWithReason("benchmark_withdrawn_with_reason", t),
    endsAfterItStarts("benchmark_ends_after_it_starts", t),
    isFirstOfMonth("benchmark_from_first_of_month", t.fromMonth),
    isFinite("benchmark_is_finite", t.value),
    canBeShown("benchmark_name_can_be_shown", t.name, 200),
    canBeShown("benchmark_year_can_be_shown", t.year, 100),
    canBeShown("neighbour_set_can_be_shown", t.neighbourSet, 500),
    canBeShown("benchmark_source_can_be_shown", t.source, 500),
  ],
);

/** A target for one month, as typed, and the edge that meets it, or the two ends of the range that does. */
export const milestone = pgTable(
  "milestone",
  {
    id: id(),
    indicatorId: indicatorId(),
    month: month("month").notNull(),
    asTyped: text("as_typed").notNull(),
    edge: figure("edge").notNull(),
    farEdge: figure("far_edge"),
    strict: boolean("strict").notNull(),
    ...setAndWithdrawn(),
  },
  (t) => [
    onceWhileLive("milestone_once_a_month", t, t.indicatorId, t.month),
    index("milestone_by_indicator").on(t.indicatorId, t.month),
    withdrawnWithReason("milestone_withdrawn_with_reason", t),
    isFirstOfMonth("milestone_first_of_month", t.month),
    isFinite("milestone_edge_is_finite", t.edge),
    isRange("milestone_range_has_two_ends", t),
    canBeShown("milestone_can_be_shown", t.asTyped, 100),
  ],
);
