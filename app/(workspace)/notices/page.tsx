import type { Metadata } from "next";
import { NoticeList } from "#components/notices/notice-list";
import { WaitingNow } from "#components/shell/waiting-now";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requireActor } from "#lib/access/session";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { seeNotices } from "#lib/notices/see-notices";
import { paths } from "#lib/paths";
import { momentName } from "#lib/rules/moment";
import { readPosition } from "#lib/rules/read-page";

export const metadata: Metadata = { title: "Notices" };

/** What a person was told. Those on the page are seen by being shown. */
export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const [actor, { before }] = await Promise.all([requireActor(), searchParams]);
  const { timeZone } = actor.organisation;
  const from = readPosition(before);
  const { notices, older } = await listNotices(actor, from);
  const left = await seeNotices(actor, notices);
  return (
    <>
      <PageHeading title="Notices" meta="What you were told, the newest first; for ninety days once you have seen it" />
      <WaitingNow of="new" count={left} />
      {notices.length === 0 ? (
        <EmptyState title={from === null ? "Nothing yet" : "None before these"}>
          What is opened, due, decided on and published stands here once it happens.
        </EmptyState>
      ) : (
        <NoticeList
          lines={notices.map((notice) => ({
            ...noticeLine(notice, timeZone),
            position: notice.position,
            isNew: !notice.isSeen,
            about: [notice.scorecard, momentName(notice.toldAt, timeZone)].filter(Boolean).join(" · "),
          }))}
        />
      )}
      {(older !== null || from !== null) && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4">
          {older !== null && (
            <TextLink href={paths.notices({ before: older })} rel="next">
              Earlier ones
            </TextLink>
          )}
          {from !== null && <TextLink href={paths.notices()}>The newest</TextLink>}
        </nav>
      )}
    </>
  );
}
