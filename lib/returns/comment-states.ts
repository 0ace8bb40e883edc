import type { ReturnRows } from "#lib/returns/return-rows";
import { commentState, explainedBy } from "#lib/rules/commentary-status";
import type { SheetCell } from "#lib/scorecards/sheet";

/** Where the comment of each cell stands, and what it explains. */
export function commentStates({ revisions, decisions }: ReturnRows) {
  const decided = Map.groupBy(
    decisions.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()),
    ({ revisionId }) => revisionId,
  );
  const written = Map.groupBy(revisions, ({ indicatorId, month }) => `${indicatorId} ${month}`);
  return (indicatorId: string, { month, actual, grade, labels }: SheetCell) => {
    const of = written.get(`${indicatorId} ${month}`) ?? [];
    const withDecisions = of.map((each) => ({ ...each, decisions: decided.get(each.id) ?? [] }));
    const present = { figure: actual?.value ?? null, missing: actual?.missing ?? null, grade };
    return {
      comment: commentState(withDecisions, present, labels),
      explained: explainedBy(withDecisions, present, labels),
    };
  };
}
