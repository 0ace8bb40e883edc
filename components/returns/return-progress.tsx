import { commentWanted } from "#components/returns/comment-wanted";
import type { RowState } from "#components/returns/row-state";
import { Note } from "#components/ui/note";
import type { ReturnPart } from "#lib/returns/queries";
import { saysNothing } from "#lib/rules/actual";

/** How much of the return is given or explained, and what is still wanted. */
export function ReturnProgress({ parts, states }: { parts: ReturnPart[]; states: Record<string, RowState> }) {
  const rows = parts.flatMap((part) => part.rows.map((row) => ({ part, row, state: states[row.indicatorId] })));
  const withoutFigure = rows.filter(({ state }) => !state || saysNothing(state.was)).map(({ row }) => row.ref);
  const withoutComment = rows
    .filter(({ part, row, state }) => commentWanted(row, state?.content ?? null, part).length > 0)
    .map(({ row }) => row.ref);
  return (
    <Note>
      <strong>
        {rows.length - withoutFigure.length} of {rows.length} {rows.length === 1 ? "figure" : "figures"} given or
        explained.
      </strong>
      {withoutFigure.length > 0 && (
        <> Still needed: a figure, or the reason why there is none, for {listed(withoutFigure)}.</>
      )}
      {withoutComment.length > 0 && <> A comment is required on {listed(withoutComment)}.</>}
    </Note>
  );
}

function listed(refs: string[]): string {
  return refs.length < 2 ? refs.join() : `${refs.slice(0, -1).join(", ")} and ${refs.at(-1)}`;
}
