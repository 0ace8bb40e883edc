import { commentLinks } from "#components/returns/comment-links";
import { LinkedList } from "#components/ui/linked-list";
import { Note } from "#components/ui/note";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import type { nextToWrite } from "#lib/rules/still-wanted";

const said: Record<string, (team: string) => string> = {
  drafted: (team) => `Draft saved. It is not submitted yet; the other leads of the ${team} team can go on with it.`,
  submitted: (team) => `Submitted. The head of service of the ${team} team has it before them now.`,
  withdrawn: () => "Withdrawn. Its words are still below, for when you want to go on with them.",
};

/** A line that says what was just done on this page, and to a lead which comment to write next. */
export function CommentDone({
  done,
  cell,
  toWrite,
}: {
  done: string | string[] | undefined;
  cell: CommentCell;
  toWrite: ReturnType<typeof nextToWrite>;
}) {
  const words = typeof done === "string" && Object.hasOwn(said, done) ? said[done] : undefined;
  return words && cell.team ? (
    <Note key={String(done)} live="status">
      {words(cell.team.name)}
      {toWrite && (
        <>
          {" "}
          Next required: <LinkedList links={commentLinks([toWrite.next])} /> ({toWrite.left} left).
        </>
      )}
    </Note>
  ) : null;
}
