import { ApprovalList } from "#components/commentary/approval-list";
import { EmptyState } from "#components/ui/empty-state";
import type { Approvals } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";

const list = new Intl.ListFormat("en-GB");

/** The comments that wait, then those decided on, each group folded when it does not hold the one looked at. */
export function ApprovalGroups({
  approvals: { waiting, approved, withLeads },
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
    { title: "Approved", views: approved },
    { title: "Back with the team leads", views: withLeads },
  ].filter(({ views }) => views.length > 0);
  return (
    <>
      {waiting.length > 0 ? (
        <ApprovalList label="Waiting for you" views={waiting} selected={selected} timeZone={timeZone} />
      ) : (
        <EmptyState title="Nothing waits for you">
          <p>
            Comments that the {list.format(teams)} {teams.length === 1 ? "team submits" : "teams submit"} appear here,
            and approved ones whose figure changed.
          </p>
        </EmptyState>
      )}
      {groups.map(({ title, views }) => (
        <details
          key={title}
          className="mt-4"
          open={waiting.length === 0 || (selected !== null && views.includes(selected))}
        >
          <summary className="mb-2 w-fit font-semibold">
            {title} ({views.length})
          </summary>
          <ApprovalList label={title} views={views} selected={selected} timeZone={timeZone} />
        </details>
      ))}
    </>
  );
}
