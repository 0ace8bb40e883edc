import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PastBanner } from "#components/history/past-banner";
import { RestateLinks } from "#components/restatements/restate-links";
import { RequiredComments } from "#components/returns/required-comments";
import { isLocked, ReturnActs } from "#components/returns/return-acts";
import { ReturnDoneNote } from "#components/returns/return-done";
import { ReturnFacts } from "#components/returns/return-facts";
import { ReturnStops } from "#components/returns/return-stops";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { type PastAddress, paths } from "#lib/paths";
import { getTeamReturn, type TeamReturn } from "#lib/returns/get-team-return";
import { mayReopen, seenReopening } from "#lib/returns/reopen-return";
import { seenAsking } from "#lib/returns/require-asked";
import { addDays, dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { monthName, parseMonth } from "#lib/rules/month";

type Props = PageProps<"/returns/[month]/[scorecard]/[team]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return { title: month ? `Submitting the return, ${monthName(month)}` : "Return" };
}

/** One team's return of a month in a scorecard: what it has, what stops it, who submitted it and until when it is reopened. */
export default async function TeamReturnPage({ params, searchParams }: Props) {
  const { month: asked, scorecard: slug, team } = await params;
  const month = parseMonth(asked) ?? notFound();
  const actor = await requirePermission("return.read", { month });
  const search = await searchParams;
  const place = { slug, team, month };
  const here = (address: PastAddress) => paths.teamReturn(place, address);
  const { past, actor: eyes, read } = await requirePast(actor, search, { slug, here });
  const found = await read(() => getTeamReturn(eyes, place));
  if (!found) notFound();
  const { timeZone } = actor.organisation;
  const then = past && pastView(past, actor);
  const address = then?.address ?? {};
  const isLead = !past && teamsOf(actor, "team lead").some(({ id }) => id === found.team.id);
  const tomorrow = addDays(dayIn(timeZone, new Date()), 1);
  const title = `${apart(found.team.name)} return, ${monthName(month)}`;
  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.teamReturn(place)} />}
      <Breadcrumbs
        steps={
          isLead
            ? [
                { label: "Returns", href: paths.returns() },
                { label: monthName(month), href: paths.return(month) },
                { label: found.team.name },
              ]
            : [{ label: found.scorecard.name, href: paths.scorecard(slug, address) }, { label: title }]
        }
      />
      <PageHeading title={title} meta={`${apart(found.scorecard.name)} · the month is ${found.monthState}`} />
      <ReturnDoneNote done={search.done} />
      <ReturnFacts found={found} timeZone={timeZone} />
      {!past && <ReturnActs found={found} isLead={isLead} reopening={reopeningOf(actor, found)} tomorrow={tomorrow} />}
      {found.monthState === "open" && (
        <ReturnStops
          cells={found.cells}
          slug={slug}
          month={month}
          isLead={isLead}
          isLocked={isLocked(found.submission)}
          past={address}
        />
      )}
      <RequiredComments cells={found.cells} slug={slug} month={month} past={address} />
      {!past && found.monthState === "published" && (
        <RestateLinks slug={slug} month={month} refs={found.cells.map(({ ref }) => ref)} />
      )}
      {isLead && (
        <p className="mt-6">
          <TextLink href={paths.return(month)}>The figures of the return</TextLink>
        </p>
      )}
    </>
  );
}

function reopeningOf(actor: PersonActor, { team, submission }: TeamReturn) {
  return {
    isTheirs: mayReopen(actor, team.id),
    seen: submission ? seenReopening(submission) : "",
    seenAsking: submission ? seenAsking(submission) : "",
  };
}
