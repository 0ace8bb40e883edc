import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AddHolidayForm } from "#components/months/add-holiday-form";
import { HolidaysTable } from "#components/months/holidays-table";
import { MonthRuleForm } from "#components/months/month-rule-form";
import { WorkingDaysDoneNote } from "#components/months/working-days-done";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { getWorkingDays } from "#lib/months/working-days";
import { paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";

export const metadata: Metadata = { title: "Working days" };

/** By what the dates of a month are proposed: the rule, and the days on which nobody works. */
export default async function WorkingDaysPage({ searchParams }: PageProps<"/months/working-days">) {
  const [actor, { done }] = await Promise.all([requirePermission("month_rule.set"), searchParams]);
  const { holidays, ...rule } = await getWorkingDays(actor);
  const thisYear = dayIn(actor.organisation.timeZone, new Date()).slice(0, 4);
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "Months", href: paths.months() }, { label: "Working days" }]} />
      <PageHeading title="Working days" meta="By what the dates of a month are proposed when it is opened" />
      <WorkingDaysDoneNote done={done} />
      <h2 className="mt-6 mb-1 text-xl">When a month is due</h2>
      <MonthRuleForm {...rule} request={randomUUID()} />
      <h2 className="mt-8 mb-1 text-xl">Bank holidays</h2>
      <p className="mb-3">
        A working day is Monday to Friday and no bank holiday. England’s are here already; add a day on which your
        organisation does not work, or one that was proclaimed since.
      </p>
      <AddHolidayForm request={randomUUID()} />
      <HolidaysTable holidays={holidays} thisYear={thisYear} newRequest={randomUUID} />
    </div>
  );
}
