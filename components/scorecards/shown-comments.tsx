import { CommentSaid } from "#components/scorecards/comment-said";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";
import type { SheetCell } from "#lib/scorecards/sheet";

/** One indicator's comments on show by month, newest first; for who writes or decides on them, the way there. */
export function ShownComments({
  cells,
  timeZone,
  slug,
  indicatorRef,
  workedOn,
}: {
  cells: readonly SheetCell[];
  timeZone: string;
  slug: string;
  indicatorRef: string;
  workedOn: readonly Month[];
}) {
  const said = cells.filter(({ comment }) => comment).toReversed();
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">Comments</h2>
      <div className="grid gap-3">
        {said.length === 0 && <p className="text-soft">No comment is on show for any month.</p>}
        {said.map((cell) => (
          <CommentSaid key={cell.month} cell={cell} timeZone={timeZone} withMonth />
        ))}
      </div>
      {workedOn.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
          {workedOn.map((month) => (
            <li key={month}>
              <TextLink href={paths.comment(slug, indicatorRef, month)}>The comment for {monthName(month)}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
