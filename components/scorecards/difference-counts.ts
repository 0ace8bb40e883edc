import type { Difference } from "#components/scorecards/differences-view";
import { wholeNumber } from "#lib/rules/whole-number";

const kinds = ["figure", "grade", "milestone", "comment", "definition"] as const;
type Kind = (typeof kinds)[number];

const kindOf: Record<string, Kind> = {
  Figure: "figure",
  Note: "figure",
  Grade: "grade",
  Milestone: "milestone",
  Comment: "comment",
};

const conjoined = new Intl.ListFormat("en-GB");

/** "2 figures, 1 grade and 1 comment": how much differs, by its kind; empty for nothing. A figure with its note counts once. */
export function differenceCounts(differences: readonly Difference[]): string {
  const counts = kinds.map((kind) => {
    const those = differences.filter(({ what }) => (kindOf[what] ?? "definition") === kind);
    const cells = new Set(those.map(({ ref, month, what }) => `${ref} ${month} ${kind === "definition" ? what : ""}`));
    return { kind, count: cells.size };
  });
  return conjoined.format(
    counts
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => `${wholeNumber(count)} ${kind}${count === 1 ? "" : "s"}`),
  );
}
