import { Note } from "#components/ui/note";
import type { ReturnPart } from "#lib/returns/return-parts";
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
      {figures && <> Still needed: a figure, or the reason why there is none, for {figures}.</>}
      {comments && <> A comment is required on {comments}.</>}
      {returned && <> A comment came back to you on {returned}.</>}
    </Note>
  );
}
