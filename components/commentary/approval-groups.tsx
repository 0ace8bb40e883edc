import { ApprovalList } from "#components/commentary/approval-list";
import { approvalRows } from "#components/commentary/approval-row";
import { EmptyState } from "#components/ui/empty-state";
import { TextLink } from "#components/ui/text-link";
import type { Approvals } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { paths } from "#lib/paths";

const list = new Intl.ListFormat("en-GB");

/** The comments that wait, then those decided on, each group folded when it does not hold the one looked at. */
export function ApprovalGroups({
  approvals: { queue, waiting, approved, withLeads, counts, page, pages },
  selected,
  teams,
  timeZone,
}: {
  approvals: Approvals;
  selected: HeadView | null;
  teams: readonly string[];
  timeZone: string;
}) {
  const groups = [
    { title: "Approved", views: approved, count: counts.approved },
    { title: "Back with the team leads", views: withLeads, count: counts.withLeads },
  ].filter(({ views }) => views.length > 0);
  const shown = selected && "revision" in selected.state ? selected.state.revision.id : null;
  return (
    <>
      {waiting.length > 0 && (
        <ApprovalList label="Waiting for you" of={approvalRows(waiting, timeZone)} selected={shown} page={page} />
      )}
      {waiting.length === 0 && queue.waiting > 0 && (
        <p className="text-soft">The comments that wait for you stand before this page.</p>
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
          <ApprovalList label={title} of={approvalRows(views, timeZone)} selected={shown} page={page} />
        </details>
      ))}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4 gap-y-1">
          {page > 1 && (
            <TextLink href={paths.approvals({ page: page - 1 })} rel="prev">
              Previous page
            </TextLink>
          )}
          <span className="text-soft">
            Page {page} of {pages}
          </span>
          {page < pages && (
            <TextLink href={paths.approvals({ page: page + 1 })} rel="next">
              Next page
            </TextLink>
          )}
        </nav>
      )}
    </>
  );
}
