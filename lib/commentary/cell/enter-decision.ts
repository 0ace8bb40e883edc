import type { Database } from "#db/client";
import { commentDecision } from "#db/schema/commentary";
import type { DecisionKind } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";

/** Writes a decision on a revision with the figure, grade and bands that it saw. */
export async function enterDecision(
  tx: Database,
  actor: PersonActor,
  cell: CommentCell,
  decided: { revisionId: string; kind: DecisionKind; reason?: string },
): Promise<{ revisionId: string }> {
  await tx.insert(commentDecision).values({
    ...decided,
    indicatorId: cell.indicatorId,
    month: cell.month,
    decidedBy: actor.person.id,
    forPerson: actor.onBehalfOf ?? null,
    actualVersion: cell.actual?.version ?? null,
    ...cell.present,
    bandSetId: cell.bandSetId,
    labelSetId: cell.labelSetId,
  });
  return { revisionId: decided.revisionId };
}
