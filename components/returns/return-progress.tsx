import type { RowState } from "#components/returns/row-state";
import { Note } from "#components/ui/note";
import type { ReturnPart } from "#lib/returns/queries";
import { saysNothing } from "#lib/rules/actual";

/** How much of the return is given or explained, and what is still wanted. */
export function ReturnProgress({ parts, states }: { parts: ReturnPart[]; states: Record<string, RowState> }) {
  const rows = parts.flatMap((part) => part.rows);
  const wanted = rows.filter(({ indicatorId }) => {
    const state = states[indicatorId];
    return !state || saysNothing(state.was);
  });
  const given = rows.length - wanted.length;
  return (
    <Note>
      <strong>
        {given} of {rows.length} {rows.length === 1 ? "figure" : "figures"} given or explained.
      </strong>{" "}
      {wanted.length > 0 && (
        <>Still needed: a figure, or the reason why there is none, for {listed(wanted.map(({ ref }) => ref))}.</>
      )}
    </Note>
  );
}

function listed(refs: string[]): string {
  return refs.length < 2 ? refs.join() : `${refs.slice(0, -1).join(", ")} and ${refs.at(-1)}`;
}
