import { actualWords } from "#lib/rules/actual";
import { isRubbedOut, type RowState } from "#lib/rules/row-state";

/** What is wrong with what was typed, beside its measure and before its field. */
export function RowError({ name, state }: { name: string; state: RowState }) {
  if (state.status !== "refused") return null;
  return (
    <p id={`${name}.error`} className="wrong">
      <span className="sr-only">Error: </span>
      {isRubbedOut(state) && state.field !== "because"
        ? `Blank is not zero. Clear ${actualWords(state.content)}, or keep it?`
        : state.message}
    </p>
  );
}
