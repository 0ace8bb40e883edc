import { actualWords } from "#lib/rules/actual";
import { isRubbedOut, type RowState } from "#lib/rules/row-state";

/** What is wrong with what was typed, beside its measure and before its field. */
export function RowError({ id, state }: { id: string; state: RowState }) {
  if (state.status !== "refused") return null;
  return (
    <p id={`${id}.error`} className="my-1 font-semibold text-stop">
      <span className="sr-only">Error: </span>
      {isRubbedOut(state) ? `Blank is not zero. Clear ${actualWords(state.content)}, or keep it?` : state.message}
    </p>
  );
}
