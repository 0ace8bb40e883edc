import { ApprovalList } from "#components/commentary/approval-list";
import { approvalRows, waitingRows } from "#components/commentary/approval-row";
import { QueueParts } from "#components/commentary/queue-parts";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/text-link";
import type { QueueAddress } from "#lib/commentary/queue-address";
import type { Approvals } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { paths } from "#lib/paths";

const list = new Intl.ListFormat("en-GB");

/** The comments that wait, then those decided on, each group folded when it does not hold the one looked at. */
export function ApprovalGroups({
  approvals: { queue, groups: waitingGroups, waiting, asked, own, approved, withLeads, counts, page, pages },
  part,
  selected,
  teams,
  isDeputy,
  timeZone,
}: {
  approvals: Approvals;
  part: QueueAddress;
  selected: HeadView | null;
  teams: readonly string[];
  isDeputy: boolean;
  timeZone: string;
}) {
  const whose = isDeputy ? "Your own words, or of whom you stand in for," : "Your own words,";
  const ownTitle = `${whose} for another head of service`;
  const groups = [
    { title: ownTitle, views: own, count: queue.own },
    { title: "Approved", views: approved, count: counts.approved },
    { title: "Back with the team leads", views: withLeads, count: counts.withLeads },
  ].filter(({ views }) => views.length > 0);
  const address = { ...part, page };
  const hasScorecards = new Set(queue.groups.map(({ scorecard }) => scorecard.slug)).size > 1;
  const shown = selected && "revision" in selected.state ? selected.state.revision.id : null;
  return (
    <>
      <QueueParts queue={queue} part={part} />
      {waiting.length > 0 && (
        <ApprovalList
          label="Waiting for you"
          of={waitingRows(waitingGroups, timeZone, hasScorecards)}
          selected={shown}
          address={address}
        />
      )}
      {asked > 1 && (
        <p className="mt-3 text-sm print:hidden">
          <TextLink href={paths.together(part)}>All on one page, to print or to approve several</TextLink>
        </p>
      )}
      {waiting.length === 0 && queue.waiting > 0 && (
        <p className="text-soft">
          {asked > 0
            ? "The comments that wait for you stand before this page."
            : "None of the comments that wait for you are in this part."}
        </p>
      )}
      {queue.waiting === 0 && (
        <EmptyState title="Nothing waits for you">
          <p>
            Comments that the {list.format(teams)} {teams.length === 1 ? "team submits" : "teams submit"} appear here,
            and approved ones whose figure changed.
          </p>
        </EmptyState>
      )}
      {groups.map(({ title, views, count }) => (
        <details
          key={title}
          className="mt-4"
          open={queue.waiting === 0 || (selected !== null && views.includes(selected))}
        >
          <summary className="mb-2 w-fit font-semibold">
            {title} ({count})
          </summary>
          <ApprovalList label={title} of={approvalRows(views, timeZone)} selected={shown} address={address} />
        </details>
      ))}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4 gap-y-1">
          {page > 1 && (
            <TextLink href={paths.approvals({ ...part, page: page - 1 })} rel="prev">
              Previous page
            </TextLink>
          )}
          <span className="text-soft">
            Page {page} of {pages}
          </span>
          {page < pages && (
            <TextLink href={paths.approvals({ ...part, page: page + 1 })} rel="next">
              Next page
            </TextLink>
          )}
        </nav>
      )}
    </>
  );
}
