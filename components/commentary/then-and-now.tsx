import type { Surroundings } from "#lib/commentary/reading/get-surroundings";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { type Decision, figureIn, figureSaid } from "#lib/rules/commentary-status";
import { gradeWord } from "#lib/rules/labels";

/** What the last approver had beside the words, as their decision keeps it, and what stands there now. */
export function ThenAndNow({
  decision,
  cell: { present, labels, bands },
  around,
}: {
  decision: Decision;
  cell: HeadView["cell"];
  around: Surroundings | null;
}) {
  const isOfTheseLevels = (decision.levels ?? labels.length) === labels.length;
  const gradeThen = isOfTheseLevels ? gradeWord(labels, decision.grade) : "of other levels";
  const rows = [
    ["Figure", figureSaid(decision), figureSaid(present)],
    [
      "Grade",
      decision.grade === null ? "none" : gradeThen,
      present.grade === null ? "none" : gradeWord(labels, present.grade),
    ],
    ["Bands", decision.bands ?? "none", bands?.bestFirst.map(({ asTyped }) => asTyped).join(", ") ?? "none"],
    ["Milestone", decision.milestone ?? "none", around?.change.cell.milestone?.milestone.asTyped ?? "none"],
    ...monthBefore(decision, around),
  ] as const;
  return (
    <table className="then-and-now">
      <caption>When it was last approved, and now</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Then</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, then, now]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{then}</td>
            <td>{then === now ? now : <strong>{now}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stood in the month in which a figure was last due; nothing where there was none, then and now. */
function monthBefore(decision: Decision, around: Surroundings | null): [string, string, string][] {
  const { previousMonth, previousFigure = null, previousMissing = null } = decision;
  const due = around?.change.cell.previousDue;
  if (!previousMonth && !due) return [];
  const { value = null, missing = null } = around?.change.before?.actual ?? {};
  return [
    [
      "Month before",
      previousMonth ? figureIn(previousMonth, { figure: previousFigure, missing: previousMissing }) : "not kept",
      due ? figureIn(due, { figure: value, missing }) : "none",
    ],
  ];
}
