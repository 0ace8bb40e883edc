import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeftOver } from "#components/kept/left-over";
import { ChecklistView } from "#components/months/checklist-view";
import { CloseForm } from "#components/months/close-form";
import { DueTable } from "#components/months/due-table";
import { EditionList } from "#components/months/edition-list";
import { MonthDoneNote } from "#components/months/month-done";
import { ReopenFormLater } from "#components/months/month-forms-later";
import { MonthSteps } from "#components/months/month-steps";
import { Opening } from "#components/months/opening";
import { RescheduleForm } from "#components/months/reschedule-form";
import { TeamTable } from "#components/months/team-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { remembered } from "#lib/access/remembered";
import { requirePermission } from "#lib/audit/require-permission";
import { getMonth } from "#lib/months/get-month";
import { datesByRule, getWorkingDays, type WorkingDays } from "#lib/months/working-days";
import { paths } from "#lib/paths";
import { type Day, dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { dateName } from "#lib/rules/moment";
import { isClosed, type Month, monthName, parseMonth } from "#lib/rules/month";
import { whyNotYet } from "#lib/rules/opening";
import { whyNotWorking } from "#lib/rules/working-days";

type Props = PageProps<"/months/[scorecard]/[month]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return { title: month ? monthName(month) : "Month" };
}

/** One month of a scorecard: opened, watched, closed and, for a reason, opened again by the performance officer. */
export default async function MonthPage({ params, searchParams }: Props) {
  const { scorecard: slug, month: asked } = await params;
  const month = parseMonth(asked) ?? notFound();
  const actor = await requirePermission("month.open", { month });
  const { timeZone } = actor.organisation;
  const today = dayIn(timeZone, new Date());
  const [[view, days], { done }] = await Promise.all([
    remembered(actor, ["month", slug, month, today], () =>
      Promise.all([getMonth(actor, slug, month), getWorkingDays(actor)]),
    ),
    searchParams,
  ]);
  if (!view) notFound();
  const { scorecard, state, figuresDue, commentaryDue, lines, teams, checklist } = view;
  const notYet = whyNotYet(month, today);
  // Of a month that has not begun none are proposed: it may be any that an address can name.
  const proposed = notYet ? null : datesByRule(days, month);
  const place = { scorecardId: scorecard.id, month };
  const dates = {
    figuresDue: figuresDue ?? proposed?.figuresDue ?? "",
    commentaryDue: commentaryDue ?? proposed?.commentaryDue ?? "",
  };
  return (
    <>
      <Breadcrumbs steps={[{ label: "Months", href: paths.months() }, { label: monthName(month) }]} />
      <PageHeading title={`${monthName(month)}, ${apart(scorecard.name)}`} meta={metaWords(view, days)} />
      <MonthDoneNote done={done} month={month} />
      <LeftOver forms={goneForms(view, place)} />
      {state === "not opened" && notYet && <Note tone="quiet">{notYet}</Note>}
      {state === "not opened" && proposed && (
        <Opening view={view} days={days} dates={proposed} isPast={proposed.figuresDue < today} request={randomUUID()} />
      )}
      {state !== "not opened" && (
        <>
          <h2 className="mt-6 mb-2 text-xl">How the figures come in</h2>
          {teams.length > 0 ? <TeamTable teams={teams} /> : <p className="text-soft">Nothing is due in this month.</p>}
        </>
      )}
      {state === "open" && (
        <>
          <div className="print:hidden">
            <RescheduleForm {...place} version={view.version} request={randomUUID()} dates={dates} />
          </div>
          <h2 className="mt-8 text-xl">Before it is closed</h2>
          <ChecklistView slug={slug} month={month} checklist={checklist} />
          <div className="print:hidden">
            <CloseForm
              {...place}
              called={monthName(month)}
              request={randomUUID()}
              seen={checklist.seen}
              blockers={checklist.blockers.length}
            />
          </div>
        </>
      )}
      {isClosed(state) && (
        <p className="mt-6 print:hidden">
          <LinkButton href={paths.publishing(slug, month)} tone={state === "published" ? "quiet" : "primary"}>
            {state === "published" ? `Publish ${monthName(month)} again` : `Publish ${monthName(month)}`}
          </LinkButton>
        </p>
      )}
      {view.editions.length > 0 && (
        <>
          <h2 className="mt-8 mb-2 text-xl">Editions</h2>
          <EditionList editions={view.editions} slug={slug} timeZone={timeZone} />
        </>
      )}
      {state === "closed" && (
        <div className="print:hidden">
          <ReopenFormLater {...place} request={randomUUID()} />
        </div>
      )}
      <h2 className="mt-8 mb-2 text-xl">What is due, and why</h2>
      {lines.length > 0 ? (
        <DueTable slug={slug} state={state} lines={lines.map(({ id: _, ...line }) => line)} />
      ) : (
        <EmptyState title="The scorecard has no indicators" />
      )}
      {view.steps.length > 0 && (
        <>
          <h2 className="mt-8 mb-2 text-xl">What was done to the month</h2>
          <MonthSteps steps={view.steps} slug={slug} month={month} timeZone={timeZone} />
        </>
      )}
    </>
  );
}

/** What may have been typed to reopen or close it, by who was too late. */
function goneForms({ state }: { state: string }, { scorecardId, month }: { scorecardId: string; month: Month }) {
  const why = `${monthName(month)} is ${state}.`;
  const gone = { reopen: state !== "closed", close: state !== "open" };
  return Object.entries(gone).flatMap(([act, isGone]) =>
    isGone ? [{ name: `${act} ${scorecardId} ${month}`, saved: {}, why }] : [],
  );
}

type Dated = { state: string; figuresDue: string | null; commentaryDue: string | null };

function metaWords({ state, figuresDue, commentaryDue }: Dated, { holidays }: WorkingDays): string {
  const dated = (what: string, date: string | null) => {
    if (!date) return null;
    const why = whyNotWorking(date as Day, holidays);
    return `${what} due ${dateName(date)}${why ? ` (${why})` : ""}`;
  };
  const words = [`The month is ${state}`, dated("figures", figuresDue), dated("commentary", commentaryDue)];
  return words.filter(Boolean).join(" · ");
}
