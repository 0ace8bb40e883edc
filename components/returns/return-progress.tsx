import { commentLinks } from "#components/returns/comment-links";
import { LinkedList } from "#components/ui/linked-list";
import { Note } from "#components/ui/note";
import type { ReturnPart } from "#lib/returns/return-parts";
import { rowKey } from "#lib/rules/return-row";
import type { RowState } from "#lib/rules/row-state";
import { stillWanted } from "#lib/rules/still-wanted";

/** How much of the return is given or explained, and what is still wanted. */
export function ReturnProgress({ parts, states }: { parts: ReturnPart[]; states: Record<string, RowState> }) {
  const { due, given, figures, comments, returned } = stillWanted(parts, (row) => {
    const state = states[row.indicatorId];
    return state ? state.content : row.actual;
  });
  return (
    <Note>
      <strong>
        {given} of {due} {due === 1 ? "figure" : "figures"} given or explained.
      </strong>
      {figures.length > 0 && (
        <>
          {" "}
          Still needed: a figure, or the reason why there is none, for{" "}
          <LinkedList
            links={figures.map(({ ref, indicatorId }) => ({ label: ref, href: `#${rowKey(indicatorId)}.value` }))}
          />
          .
        </>
      )}
      {comments.length > 0 && (
        <>
          {" "}
          A comment is required on <LinkedList links={commentLinks(comments)} />.
        </>
      )}
      {returned.length > 0 && (
        <>
          {" "}
          A comment came back to you on <LinkedList links={commentLinks(returned)} />.
        </>
      )}
    </Note>
  );
}
