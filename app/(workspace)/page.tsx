import type { Metadata } from "next";
import { ApprovalsTask } from "#components/home/approvals-task";
import { GivenBackTasks } from "#components/home/given-back";
import { LeadTasks } from "#components/home/lead-tasks";
import { MonthsStanding } from "#components/home/months-standing";
import { MonthsTask } from "#components/home/months-task";
import { NoRole } from "#components/home/no-role";
import { RedactionsTask } from "#components/home/redactions-task";
import { ReopeningsTask } from "#components/home/reopenings-task";
import { ScorecardSummary } from "#components/home/scorecard-summary";
import { standingView } from "#components/home/standing-view";
import { Task, Tasks } from "#components/home/task";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { decidedTeams, holds, readsEditionsOnly } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
import { requireActor } from "#lib/access/session";
import { listGivenBack } from "#lib/commentary/reading/list-given-back";
import { getStanding } from "#lib/months/get-standing";
import { paths } from "#lib/paths";
import { listRolesOf } from "#lib/people/list-roles-of";
import { listOpenReturns } from "#lib/returns/queries";
import { dayIn } from "#lib/rules/day";
import { type Month, monthName } from "#lib/rules/month";
import { listEditionSheets } from "#lib/scorecards/list-edition-sheets";
import { listSheets } from "#lib/scorecards/list-sheets";
import { whatChanged } from "#lib/scorecards/what-changed";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage() {
  const actor = await requireActor();
  if (actor.roles.length === 0) {
    return (
      <>
        <PageHeading title="Home" />
        <NoRole toCome={(await listRolesOf(actor, actor.person.id)).toCome} />
      </>
    );
  }
  const [leads, heads, officer, auditor] = (
    ["team lead", "head of service", "performance officer", "auditor"] as const
  ).map((role) => holds(actor, role));
  const decides = decidedTeams(actor).length > 0;
  const isReader = readsEditionsOnly(actor);
  const [asked, [sheets, published, givenBack, standing]] = await Promise.all([
    leads ? listOpenReturns(actor) : null,
    remembered(actor, ["home"], () =>
      Promise.all([
        isReader ? [] : listSheets(actor),
        isReader ? listEditionSheets(actor) : [],
        leads ? listGivenBack(actor) : [],
        decides || officer || auditor ? getStanding(actor) : null,
      ]),
    ),
  ]);
  const states = sheets.flatMap(({ scorecard }) => scorecard.months);
  const today = dayIn(actor.organisation.timeZone, new Date());
  const { timeZone } = actor.organisation;
  const toReopen = standing?.asked ?? 0;
  const open = [...new Set(states.filter(({ state }) => state === "open").map(({ month }) => month))].sort();
  return (
    <>
      <PageHeading title={leads || decides || officer ? "What is waiting for you" : "Home"} />
      {officer && states.length === 0 && (
        <Tasks title="To begin with">
          <Task href={paths.firstSteps()} title="First steps">
            Teams, a scorecard, people, the first month: what is done and what comes next.
          </Task>
        </Tasks>
      )}
      {asked && <LeadTasks {...asked} today={today} timeZone={timeZone} />}
      <GivenBackTasks comments={givenBack} timeZone={timeZone} />
      {decides && standing && (
        <Tasks title="Commentary">
          <ApprovalsTask waiting={standing.waiting} since={standing.since} timeZone={timeZone} />
          {heads && <ReopeningsTask asked={toReopen} />}
          <Task href={paths.deputies()} title="Deputies">
            Who decides while a head of service is away.
          </Task>
        </Tasks>
      )}
      {officer && (
        <Tasks title="Keeping the scorecards">
          <Task href={paths.scorecards()} title="Scorecards">
            {monthsOpen(open)}
          </Task>
          {sheets.map(({ scorecard }) => (
            <MonthsTask key={scorecard.id} scorecard={scorecard} today={today} />
          ))}
          {!heads && <ReopeningsTask asked={toReopen} />}
          <Task href={paths.keptScorecards()} title="Keeping scorecards">
            Make one, give it themes, sections and indicators, rename or end it.
          </Task>
          <RedactionsTask waiting={standing?.toConfirm ?? 0} />
          <Task href={paths.imports()} title="Imports">
            Upload a scorecard, review what was read, commit it.
          </Task>
          <Task href={paths.people()} title="People">
            Who holds which role, and their sessions.
          </Task>
          <Task href={paths.settings()} title="Settings">
            The organisation’s name, its clock, its sessions, and who publishes over what is in the way.
          </Task>
          {!decides && (
            <Task href={paths.deputies()} title="Deputies">
              Who decides while a head of service is away.
            </Task>
          )}
        </Tasks>
      )}
      {auditor && (
        <Tasks title="The audit trail">
          <Task href={paths.history()} title="History">
            Every change and every refusal: who, when, why, and what it said before.
          </Task>
          {!officer && <RedactionsTask waiting={standing?.toConfirm ?? 0} />}
          {!heads && !officer && <ReopeningsTask asked={toReopen} />}
        </Tasks>
      )}
      {standing && standing.months.length > 0 && <MonthsStanding months={standingView(standing.months, timeZone)} />}
      {isReader && published.length === 0 && (
        <EmptyState title="Nothing is published yet">
          When the performance officer publishes a month, its edition stands here.
        </EmptyState>
      )}
      {published.map(({ edition, sheet }) => (
        <ScorecardSummary
          key={sheet.scorecard.id}
          edition={edition}
          sheet={sheet}
          changes={sheet.focus ? whatChanged(sheet, sheet.focus) : []}
        />
      ))}
      {sheets.map((sheet) => (
        <ScorecardSummary
          key={sheet.scorecard.id}
          sheet={sheet}
          changes={sheet.focus ? whatChanged(sheet, sheet.focus) : []}
        />
      ))}
    </>
  );
}

const listed = 12;

function monthsOpen(open: readonly Month[]): string {
  if (open.length === 0) return "No month is open.";
  const more = open.length > listed ? `, and ${open.length - listed} before them` : "";
  return `Months open: ${open.slice(-listed).map(monthName).join(", ")}${more}.`;
}
