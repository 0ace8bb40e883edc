import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApprovalDetail } from "#components/commentary/approval-detail";
import { ApprovalGroups } from "#components/commentary/approval-groups";
import { JustDecided } from "#components/commentary/just-decided";
import { waitingWords } from "#components/commentary/waiting-words";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { teamsOf } from "#lib/access/actor";
import { requirePermission } from "#lib/audit/require-permission";
import { findView, getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { paths } from "#lib/paths";
import { readPage } from "#lib/rules/read-page";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const actor = await requirePermission("comment.approve");
  const { revision, decided, page } = await searchParams;
  const { timeZone } = actor.organisation;
  const approvals = await getApprovals(actor, {
    page: readPage(page),
    revisions: [revision, decided].filter((id) => typeof id === "string"),
  });
  const asked = typeof revision === "string" ? findView(approvals, revision) : null;
  if (revision !== undefined && !asked) notFound();
  const selected = asked ?? approvals.waiting[0] ?? null;
  const done = typeof decided === "string" ? findView(approvals, decided) : null;
  const detail = selected && (await getApprovalDetail(actor, selected));
  // On a phone the list stands alone until a comment is chosen, or follows on the one just decided.
  const isChosen = asked !== null || (done !== null && selected !== null);

  return (
    <>
      <PageHeading
        title="Commentary to approve"
        meta={approvals.queue.waiting > 0 && waitingWords(approvals.queue, timeZone)}
      />
      {done && <JustDecided view={done} revisionId={String(decided)} />}
      <div className="gap-x-8 lg:grid lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className={isChosen ? "hidden lg:block" : ""}>
          <ApprovalGroups
            approvals={approvals}
            selected={selected}
            teams={teamsOf(actor, "head of service").map(({ name }) => name)}
            timeZone={timeZone}
          />
        </div>
        {detail && (
          <div className={isChosen ? "" : "hidden lg:block"}>
            <p className="mb-3 lg:hidden">
              <TextLink href={paths.approvals()}>All comments</TextLink>
            </p>
            <ApprovalDetail {...detail} timeZone={timeZone} />
          </div>
        )}
      </div>
    </>
  );
}
