import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client";
import { bankHoliday, monthRule } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import type { PersonActor } from "#lib/access/actor";
import type { Month } from "#lib/rules/month";
import { type MonthDates, type MonthRule, proposedDates, usualRule } from "#lib/rules/month-dates";
import { jsonRows } from "#lib/scorecards/json-rows";

/** A day on which the organisation does not work; its own, where somebody of it added it. */
export type Holiday = { id: string; day: string; name: string; isOwn: boolean };

/** By what an organisation's dates are proposed: its rule with the version of it, 0 where it has set none, and its holidays, by day. */
export type WorkingDays = MonthRule & { version: number; holidays: Holiday[] };

export async function getWorkingDays(actor: PersonActor): Promise<WorkingDays> {
  const [found] = await database()
    .select({
      rule: { figuresDay: monthRule.figuresDay, commentaryDay: monthRule.commentaryDay, version: monthRule.version },
      holidays: jsonRows(
        {
          id: bankHoliday.id,
          day: bankHoliday.day,
          name: bankHoliday.name,
          isOwn: sql<boolean>`${bankHoliday.setBy} is not null`,
        },
        sql`from ${bankHoliday} where ${and(isNull(bankHoliday.withdrawnAt), eq(bankHoliday.organisationId, organisation.id))}`,
      ),
    })
    .from(organisation)
    .leftJoin(monthRule, eq(monthRule.organisationId, organisation.id))
    .where(eq(organisation.id, actor.organisation.id))
    .orderBy(asc(organisation.id));
  const { rule = null, holidays = [] } = found ?? {};
  return {
    ...(rule ?? { ...usualRule, version: 0 }),
    holidays: holidays.toSorted((a, b) => a.day.localeCompare(b.day)),
  };
}

/** The dates that an organisation's rule says for a month, and whether its holidays are known for as long. */
export function datesByRule(days: WorkingDays, month: Month): MonthDates & { isKnown: boolean } {
  const dates = proposedDates(month, days, new Set(days.holidays.map(({ day }) => day)));
  const last =
    days.holidays
      .filter(({ isOwn }) => !isOwn)
      .at(-1)
      ?.day.slice(0, 4) ?? "";
  return { ...dates, isKnown: dates.commentaryDue.slice(0, 4) <= last };
}
