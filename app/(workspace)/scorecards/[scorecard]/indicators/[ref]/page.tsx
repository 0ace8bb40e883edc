import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { IndicatorHistory } from "#components/history/indicator-history";
import { PastBanner } from "#components/history/past-banner";
import { RestatementsSection } from "#components/restatements/restatements-section";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { IndicatorContent } from "#components/scorecards/indicator-content";
import { indicatorView } from "#components/scorecards/indicator-view";
import { asSent } from "#components/ui/sent";
import { TextLink } from "#components/ui/text-link";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { remembered } from "#lib/access/remembered";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { listEntries } from "#lib/history/list-entries";
import { readsAll } from "#lib/history/scope";
import { type PastAddress, paths } from "#lib/paths";
import { isStorable } from "#lib/rules/is-storable";
import type { MonthState } from "#lib/rules/month";
import { controlOf } from "#lib/scorecards/control-of";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { milestonesAhead } from "#lib/scorecards/milestones-ahead";
import { showsNothingYet } from "#lib/scorecards/shows-nothing-yet";
import { whatChanged } from "#lib/scorecards/what-changed";

export async function generateMetadata({
  params,
}: PageProps<"/scorecards/[scorecard]/indicators/[ref]">): Promise<Metadata> {
  return { title: `Indicator ${(await params).ref}` };
}

export default async function IndicatorPage({
  params,
  searchParams,
}: PageProps<"/scorecards/[scorecard]/indicators/[ref]">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, ref }, asked] = await Promise.all([params, searchParams]);
  if (!isStorable(slug) || !isStorable(ref)) notFound();
  const here = (past: PastAddress) => paths.indicator(slug, ref, past);
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  const then = past && pastView(past, actor);
  const wanted = { ref, isWhole: asked.months === "all" };
  const { timeZone } = actor.organisation;
  const isCompared = then?.leadsToNow && asked.differs === "now";
  const page = await remembered(actor, ["indicator", slug, wanted, past, isCompared], async () => {
    const [found, history] = await Promise.all([
      read(() => getIndicatorPage(eyes, slug, wanted)),
      // The trail has no other past: what was entered since stands in it.
      !past && may(actor, "history.read") ? listEntries(actor, { scorecard: slug, indicator: ref }, null, 6) : null,
    ]);
    const present = isCompared ? await getIndicatorPage(eyes, slug, wanted) : null;
    return found && { ...shownOf(found, { actor, past: then?.address, present }), history: history?.groups };
  });
  if (!page) {
    if (await read(() => showsNothingYet(eyes, slug))) redirect(paths.scorecard(slug, then?.address));
    notFound();
  }
  const { sent, differences, restatements, restatable, history } = page;
  const compared = paths.indicator(slug, ref, { ...then?.address, differs: "now" });
  return (
    <>
      {then && (
        <PastBanner
          past={then}
          slug={slug}
          now={paths.indicator(slug, ref)}
          differing={differences ? undefined : compared}
        />
      )}
      {differences && <DifferenceList differences={differences} />}
      <IndicatorContent
        sent={sent}
        file={paths.chartSvg(slug, ref, {
          ...(asked.months === "all" && { months: "all" as const }),
          ...then?.address,
        })}
      />
      <p className="mt-4 flex flex-wrap gap-x-6 print:hidden">
        <TextLink href={paths.dictionary(slug, then?.address)}>What every indicator is</TextLink>
        {!past && may(actor, "indicator.define") && (
          <TextLink href={paths.definition(slug, ref)}>{`Change what ${ref} is`}</TextLink>
        )}
      </p>
      <RestatementsSection
        slug={slug}
        refName={ref}
        restatements={restatements}
        restatable={restatable}
        timeZone={timeZone}
      />
      {history && <IndicatorHistory scorecard={slug} indicator={ref} groups={history} timeZone={timeZone} />}
    </>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof getIndicatorPage>>>;

/** What the page shows in finished words, but for its history, to whom it shows it. */
function shownOf(
  { scorecard, sheet, indicator, isCut, restatements }: Found,
  { actor, past, present }: { actor: PersonActor; past: PastAddress | undefined; present: Found | null },
) {
  const { timeZone } = actor.organisation;
  const [change] = sheet.focus ? whatChanged(sheet, sheet.focus) : [];
  const team = indicator.now.team?.id;
  const worksOn = actor.roles.some((role) => role.team && role.team.id === team);
  const isHead = teamsOf(actor, "head of service").some(({ id }) => id === team);
  const monthsOf = (state: MonthState) =>
    scorecard.months.filter((each) => each.state === state).map(({ month }) => month);
  const view = indicatorView(sheet, indicator, {
    change,
    ahead: change ? milestonesAhead(indicator, change.cell.month) : [],
    stretches: controlOf(indicator, sheet.figureMonths),
    timeZone,
    workedOn: worksOn && !past ? monthsOf("open") : [],
    isTold: !past && may(actor, "history.read") && (worksOn || readsAll(actor)),
    isCut,
    past: past ?? {},
  });
  return {
    sent: asSent(view),
    differences: present && differencesView(sheet, present.sheet, timeZone),
    restatements,
    /** Newest first. */
    restatable: past || !isHead ? [] : monthsOf("published").toReversed(),
  };
}
