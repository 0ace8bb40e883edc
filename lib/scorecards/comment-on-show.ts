import { type GradedFigure, shownComment } from "#lib/rules/commentary-status";
import type { Labels } from "#lib/rules/labels";
import type { OwnRevision } from "#lib/scorecards/own-rows";
import type { SheetComment } from "#lib/scorecards/sheet";

/** The comment on show for a cell. The words of an approval that lapsed go no further than here. */
export function commentOnShow(
  revisions: readonly OwnRevision[],
  present: GradedFigure,
  labels: Labels,
): SheetComment | null {
  const shown = shownComment(revisions, present, labels);
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
