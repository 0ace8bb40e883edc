import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CellSurroundings, CommentOnShow, PreviousComment } from "#components/commentary/cell-surroundings";
import { CommentDone } from "#components/commentary/comment-done";
import { CommentFollow } from "#components/commentary/comment-follow";
import { RequiredWords } from "#components/commentary/required-words";
import { RevisionList } from "#components/commentary/revision-list";
import { PastBanner } from "#components/history/past-banner";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { teamsOf } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { From } from "#lib/commentary/inputs";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { readsAll } from "#lib/history/scope";
import { type PastAddress, paths } from "#lib/paths";
import { getNextToWrite } from "#lib/returns/queries";
import { monthName, parseMonth } from "#lib/rules/month";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/comments/[month]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref, month } = await params;
  const read = parseMonth(month);
  return { title: read ? `Comment on ${ref}, ${monthName(read)}` : "Comment" };
}

export default async function CommentPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, ref, month: asked }, view] = await Promise.all([params, searchParams]);
  const month = parseMonth(asked);
  const here = (past: PastAddress) => paths.comment(slug, ref, asked, past);
  const { past, actor: eyes, read } = await requirePast(actor, view, { slug, here });
  const page = month && (await read(() => getCommentPage(eyes, { slug, ref, month })));
  if (!page) notFound();
  const { cell, around, follows } = page;
  const { timeZone } = actor.organisation;
  const then = past && pastView(past, actor);
  const address = then?.address ?? {};
  const isLead = !past && teamsOf(actor, "team lead").some(({ id }) => id === cell.team?.id);
  const isTold = !past && may(actor, "history.read") && (follows !== null || readsAll(actor));
  const from = isLead ? From.parse(view.from) : undefined;
  const toWrite = isLead && view.done === "submitted" ? await getNextToWrite(actor, month, cell.indicatorId) : null;

  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.comment(slug, ref, month)} />}
      <Breadcrumbs
        steps={
          from
            ? [
                { label: "Returns", href: paths.returns() },
                { label: monthName(month), href: paths.return(month) },
                { label: ref },
              ]
            : [
                { label: cell.scorecard.name, href: paths.scorecard(slug, address) },
                { label: ref, href: paths.indicator(slug, ref, address) },
                { label: monthName(month) },
              ]
        }
      />
      <PageHeading
        title={`Comment on ${ref}, ${monthName(month)}`}
        meta={
          <>
            {cell.measure}
            {isLead && !from && (
              <>
                {" · "}
                <TextLink href={paths.return(month)}>The return for {monthName(month)}</TextLink>
              </>
            )}
          </>
        }
      />
      <CommentDone done={past ? undefined : view.done} cell={cell} toWrite={toWrite} />
      {around && <CellSurroundings around={around} />}
      <p className="touchable my-3 flex flex-wrap gap-x-5">
        {cell.monthState === "published" && (
          <TextLink href={paths.restatements(slug, ref, month, address)}>Restatements of its published figure</TextLink>
        )}
        {isTold && <TextLink href={paths.story(slug, ref, month)}>All that happened to it</TextLink>}
      </p>
      {!past && follows && page.required && <RequiredWords required={page.required} />}
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,48rem)_minmax(0,1fr)]">
        <div className="min-w-0">
          <CommentFollow page={page} from={from} timeZone={timeZone} isPast={past !== null}>
            <CommentOnShow around={around} month={month} timeZone={timeZone} />
          </CommentFollow>
        </div>
        <div className="mt-8 lg:mt-3">
          <PreviousComment around={around} heading="h2" timeZone={timeZone} isFollower={follows !== null} />
        </div>
      </div>
      {follows && cell.revisions.length > 0 && (
        <section className="mt-8 max-w-3xl">
          <h2 className="mb-2 text-lg">Revisions</h2>
          <RevisionList cell={cell} words={follows.words} timeZone={timeZone} />
        </section>
      )}
    </>
  );
}
