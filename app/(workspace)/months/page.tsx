import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChooseMonth } from "#components/months/choose-month";
import { MonthsTable } from "#components/months/months-table";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { remembered } from "#lib/access/remembered";
import { requirePermission } from "#lib/audit/require-permission";
import { listMonths } from "#lib/months/list-months";
import { paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";
import { monthName, parseMonth, parseMonthLabel } from "#lib/rules/month";

export const metadata: Metadata = { title: "Months" };

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** Every scorecard's months: which are open, how their figures come in, and which can be opened next. */
export default async function MonthsPage({ searchParams }: PageProps<"/months">) {
  const [actor, asked] = await Promise.all([requirePermission("month.open"), searchParams]);
  const typed = textOf(asked.month);
  const chosen = parseMonth(typed.trim()) ?? parseMonthLabel(typed);
  const before = parseMonth(textOf(asked.before));
  const today = dayIn(actor.organisation.timeZone, new Date());
  const { scorecards, earlier } = await remembered(actor, ["months", before, today], () => listMonths(actor, before));
  const slug = scorecards.find(({ scorecard }) => scorecard.slug === asked.scorecard)?.scorecard.slug;
  if (slug && chosen) redirect(paths.month(slug, chosen));
  return (
    <>
      <PageHeading
        title="Months"
        meta="Opened, watched and closed, scorecard by scorecard"
        actions={<LinkButton href={paths.workingDays()}>Working days</LinkButton>}
      />
      {scorecards.length === 0 && (
        <EmptyState title="There is no scorecard yet">
          <TextLink href={paths.imports()}>Import one</TextLink>, or{" "}
          <TextLink href={paths.keptScorecards()}>make it by hand</TextLink>; its months are opened here.
        </EmptyState>
      )}
      {scorecards.map((each) => (
        <section key={each.scorecard.id} className="mt-8">
          <h2 className="mb-2 text-xl">{each.scorecard.name}</h2>
          {each.months.length > 0 ? (
            <MonthsTable {...each} />
          ) : (
            <p className="text-soft">No month {before ? `before ${monthName(before)} ` : ""}was opened.</p>
          )}
          {each.hasEnded && <p className="mt-2 text-soft">It has ended: no month of it is opened any more.</p>}
          <ChooseMonth
            scorecard={each.scorecard}
            next={each.hasEnded ? null : each.next}
            wrong={asked.scorecard === each.scorecard.slug && !chosen ? typed : null}
          />
        </section>
      ))}
      {(earlier || before) && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-x-4">
          {earlier && (
            <TextLink href={paths.months({ before: earlier })} rel="next">
              Earlier months
            </TextLink>
          )}
          {before && <TextLink href={paths.months()}>The latest months</TextLink>}
        </nav>
      )}
    </>
  );
}
