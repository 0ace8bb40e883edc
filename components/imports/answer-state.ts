import type { ReviewDoubt } from "#lib/imports/queries";

/** Whether a reading is still the proposal, was accepted, or was corrected from what. */
export function AnswerState({ doubt: { answer, proposed } }: { doubt: ReviewDoubt }) {
  if (answer === null) return "Proposed, not answered yet";
  if (answer === proposed) return "Accepted as proposed";
  return `Corrected; proposed was ${proposed === "" ? "a blank" : `“${proposed}”`}`;
}
