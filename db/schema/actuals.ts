import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { figure, freeText, id, isFinite, isFirstOfMonth, isOneOf, month, version } from "#db/schema/columns";
import { indicator } from "#db/schema/indicators";
import { missingSymbols } from "#db/vocabulary";

/** One indicator's figure for one month, or the reason why there is none. Cleared: neither, the row and its version kept. */
export const actual = pgTable(
  "actual",
  {
    id: id(),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicator.id),
    month: month("month").notNull(),
    value: figure("value"),
    numerator: figure("numerator"),
    denominator: figure("denominator"),
    missing: text("missing", { enum: missingSymbols }),
    note: freeText("note"),
    provisional: boolean("provisional").notNull().default(false),
    estimated: boolean("estimated").notNull().default(false),
    version: version(),
  },
  (t) => [
    unique("actual_once_a_month").on(t.indicatorId, t.month),
    isFirstOfMonth("actual_first_of_month", t.month),
    isOneOf("missing_reason_is_known", t.missing, missingSymbols),
    check("not_value_and_reason", sql`${t.value} is null or ${t.missing} is null`),
    check("flags_beside_a_figure", sql`${t.value} is not null or not (${t.provisional} or ${t.estimated})`),
    check("numerator_with_denominator", sql`(${t.numerator} is null) = (${t.denominator} is null)`),
    check("fraction_with_its_value", sql`${t.numerator} is null or ${t.value} is not null`),
    check("denominator_above_zero", sql`${t.denominator} > 0`),
    check(
      "actual_of_0_to_999999999",
      sql`least(${t.value}, ${t.numerator}, ${t.denominator}) >= 0 and greatest(${t.value}, ${t.numerator}, ${t.denominator}) <= 999999999`,
    ),
    isFinite("actual_is_finite", t.value),
    isFinite("numerator_is_finite", t.numerator),
    isFinite("denominator_is_finite", t.denominator),
  ],
);
