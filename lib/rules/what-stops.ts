import type { CommentState } from "#lib/rules/commentary-status";

/** What of a cell says whether its return can be submitted. */
export type StoppingCell = {
  isDue: boolean;
  actual: { value: string | null; missing: string | null } | null;
  /** Why a comment is required on it; empty where none is. */
  required: readonly string[];
  comment: CommentState["state"];
};

export type StopKind = "figure" | "comment";

/** One thing that stops a return from being submitted, in words that go on after the indicator's ref. */
export type Stop = { kind: StopKind; words: string };

/** A figure is due, and nobody has given it, or said why there is none. */
export const isUnexplained = ({ isDue, actual }: Pick<StoppingCell, "isDue" | "actual">): boolean =>
  isDue && actual?.value == null && actual?.missing == null;

export const unexplained = "no figure, and no reason why there is none";

const withoutWords: Partial<Record<CommentState["state"], string>> = {
  none: "no comment was written",
  withdrawn: "its comment was withdrawn",
  returned: "its comment was returned",
  "approval withdrawn": "the approval of its comment was withdrawn",
};

/** What stops a cell's return from being submitted: a draft is handed in with it. */
export function whatStops(cell: StoppingCell): Stop[] {
  const without = withoutWords[cell.comment];
  return [
    ...(isUnexplained(cell) ? [{ kind: "figure" as const, words: unexplained }] : []),
    ...(without && cell.required.length > 0
      ? [{ kind: "comment" as const, words: `${without}, and one is required: ${cell.required.join(", ")}` }]
      : []),
  ];
}
