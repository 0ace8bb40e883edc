import { type GradedFigure, shownComment } from "#lib/rules/commentary-status";
import type { Labels } from "#lib/rules/labels";
import type { SheetComment } from "#lib/scorecards/sheet";
import type { SheetRows } from "#lib/scorecards/sheet-rows";

/** The comment on show for a cell. The words of an approval that lapsed go no further than here. */
export function commentOnShow(
  revisions: SheetRows["revisions"],
  decisions: SheetRows["decisions"],
  present: GradedFigure,
  labels: Labels,
): SheetComment | null {
  const shown = shownComment(
    revisions.map((revision) => ({
      ...revision,
      decisions: decisions
        .filter(({ revisionId }) => revisionId === revision.id)
        .sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()),
    })),
    present,
    labels,
  );
  switch (shown?.kind) {
    case "approved": {
      const { decidedAt, decidedBy } = shown.decision;
      return { kind: "approved", body: shown.revision.body, number: shown.revision.number, decidedAt, decidedBy };
    }
    case "imported":
      return { kind: "imported", body: shown.revision.body };
    case "lapsed":
      return { kind: "lapsed", because: shown.because };
    default:
      return null;
  }
}
