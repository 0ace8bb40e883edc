import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApprovalDetail } from "#components/commentary/approval-detail";
import { ApprovalGroups } from "#components/commentary/approval-groups";
import { JustDecided } from "#components/commentary/just-decided";
import { waitingWords } from "#components/commentary/waiting-words";
import { StandsFor } from "#components/deputies/stands-for";
import { WaitingNow } from "#components/shell/waiting-now";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { decidedTeams } from "#lib/access/actor";
import { requirePermission } from "#lib/audit/require-permission";
import { readQueueAddress } from "#lib/commentary/queue-address";
import { findView, getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { paths } from "#lib/paths";
import { readPage } from "#lib/rules/read-page";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const actor = await requirePermission("comment.approve");
  const { revision, decided, page, ...rest } = await searchParams;
  const { timeZone } = actor.organisation;
  const { standsFor = [] } = actor;
  const part = readQueueAddress(rest);
  const approvals = await getApprovals(actor, {
    page: readPage(page),
    filters: part,
    later: part.later ?? [],
    revisions: [revision, decided].filter((id) => typeof id === "string"),
  });
  const asked = typeof revision === "string" ? findView(approvals, revision) : null;
  if (revision !== undefined && !asked) notFound();
  const selected = asked ?? approvals.waiting[0] ?? null;
  const done = typeof decided === "string" ? findView(approvals, decided) : null;
  const detail = selected && (await getApprovalDetail(actor, selected, { part, asked: approvals.asked }));
  // On a phone the list stands alone until a comment is chosen, or follows on the one just decided or put off.
  const followsOn = asked === null && selected !== null && (done !== null || part.later !== undefined);

  return (
    <>
      <WaitingNow of="waiting" count={approvals.queue.waiting} />
      <PageHeading
        title="Commentary to approve"
        meta={approvals.queue.waiting > 0 && waitingWords(approvals.queue, timeZone)}
      />
      <StandsFor standsFor={standsFor} />
      {done && <JustDecided view={done} revisionId={String(decided)} />}
      <div className="gap-x-8 lg:grid lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className={asked || followsOn ? "hidden lg:block" : ""}>
          <ApprovalGroups
            approvals={approvals}
            part={part}
            selected={selected}
            teams={decidedTeams(actor).map(({ name }) => name)}
            isDeputy={standsFor.length > 0}
            timeZone={timeZone}
          />
        </div>
        {detail && (
          <div className={asked || followsOn ? "" : "hidden lg:block"}>
            <p className="mb-3 lg:hidden">
              <TextLink href={paths.approvals(part)}>All comments</TextLink>
            </p>
            <ApprovalDetail
              key={`${detail.view.cell.indicatorId} ${detail.view.cell.month}`}
              {...detail}
              takesFocus={followsOn}
              timeZone={timeZone}
            />
          </div>
        )}
      </div>
    </>
  );
}
