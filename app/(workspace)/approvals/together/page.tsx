import type { Metadata } from "next";
import { QueueParts } from "#components/commentary/queue-parts";
import { TogetherComment } from "#components/commentary/together-comment";
import { TogetherForm } from "#components/commentary/together-form";
import { waitingWords } from "#components/commentary/waiting-words";
import { StandsFor } from "#components/deputies/stands-for";
import { WaitingNow } from "#components/shell/waiting-now";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { readQueueAddress } from "#lib/commentary/queue-address";
import { getTogether } from "#lib/commentary/reading/get-together";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";
import { readPage } from "#lib/rules/read-page";

export const metadata: Metadata = { title: "Commentary to approve, on one page" };

export default async function TogetherPage({ searchParams }: PageProps<"/approvals/together">) {
  const actor = await requirePermission("comment.approve");
  const { approved, page, ...rest } = await searchParams;
  const part = readQueueAddress(rest);
  const { timeZone } = actor.organisation;
  const found = await getTogether(actor, { page: readPage(page), filters: part, later: part.later ?? [] });
  const { queue, groups, comments, pages } = found;
  const justApproved = typeof approved === "string" && /^[1-9]\d?$/.test(approved) ? Number(approved) : null;

  return (
    <>
      <WaitingNow of="waiting" count={queue.waiting} />
      <PageHeading
        title="Commentary to approve, on one page"
        meta={queue.waiting > 0 ? waitingWords(queue, timeZone) : "Nothing waits for you."}
      />
      <StandsFor standsFor={actor.standsFor ?? []} />
      {justApproved !== null && (
        <Note key={`${justApproved} ${queue.waiting}`} live="status">
          {justApproved === 1 ? "1 comment was" : `${justApproved} comments were`} approved, each by itself.
        </Note>
      )}
      <p className="mb-3 print:hidden">
        <TextLink href={paths.approvals(part)}>One at a time, beside its trend and what changed</TextLink>
      </p>
      <QueueParts queue={queue} part={part} address={paths.together} />
      <TogetherForm
        queue={paths.together(part).split("?")[1] ?? ""}
        mayTick={[...comments.values()].some(({ approve }) => approve !== null)}
      >
        {groups.map(({ group, views }) => (
          <section key={group ? `${group.month} ${group.team.slug} ${group.scorecard.slug}` : "later"}>
            <h2 className="queue-title">
              {group
                ? `${monthName(group.month)} · ${apart(group.team.name)} · ${apart(group.scorecard.name)}`
                : "Put off"}
              {group && (
                <small>
                  {group.total - group.waiting} of {group.total} decided
                </small>
              )}
            </h2>
            {views.map((view) => (
              <TogetherComment key={view.cell.indicatorId} comment={comments.get(view)!} timeZone={timeZone} />
            ))}
          </section>
        ))}
      </TogetherForm>
      {pages > found.page && found.asked > 50 * found.page && (
        <p className="mt-4 print:hidden">
          <TextLink href={paths.together({ ...part, page: found.page + 1 })} rel="next">
            The next fifty
          </TextLink>
        </p>
      )}
    </>
  );
}
