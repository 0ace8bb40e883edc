import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CellSurroundings, PreviousComment } from "#components/commentary/cell-surroundings";
import { CommentDone } from "#components/commentary/comment-done";
import { CommentFollow } from "#components/commentary/comment-follow";
import { RequiredWords } from "#components/commentary/required-words";
import { CommentSaid } from "#components/scorecards/comment-said";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/access/session";
import { getCommentPage } from "#lib/commentary/get-comment-page";
import { paths } from "#lib/paths";
import { monthName, parseMonth, previousMonth } from "#lib/rules/month";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/comments/[month]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref, month } = await params;
  const read = parseMonth(month);
  return { title: read ? `Comment on ${ref}, ${monthName(read)}` : "Comment" };
}

export default async function CommentPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const { scorecard: slug, ref, month: asked } = await params;
  const month = parseMonth(asked);
  const page = month && (await getCommentPage(actor, { slug, ref, month }));
  if (!page) notFound();
  const { cell, around, follows } = page;
  const { timeZone } = actor.organisation;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: cell.scorecard.name, href: paths.scorecard(slug) },
          { label: `${ref} ${cell.measure}`, href: paths.indicator(slug, ref) },
          { label: monthName(month) },
        ]}
      />
      <PageHeading title={`Comment on ${ref}, ${monthName(month)}`} meta={cell.measure} />
      <CommentDone done={(await searchParams).done} cell={cell} />
      {around && <CellSurroundings around={around} />}
      <RequiredWords required={page.required} />
      {follows ? (
        <CommentFollow page={page} follows={follows} timeZone={timeZone} />
      ) : (
        <div className="my-4">
          {around?.change.cell.comment ? (
            <CommentSaid cell={around.change.cell} timeZone={timeZone} withMonth={false} />
          ) : (
            <p className="text-soft">No comment is on show for {monthName(month)}.</p>
          )}
        </div>
      )}
      <section className="mt-8">
        <h2 className="mb-2 text-xl">The comment of {monthName(previousMonth(month))}</h2>
        <PreviousComment around={around} month={month} timeZone={timeZone} />
      </section>
    </>
  );
}
