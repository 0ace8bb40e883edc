import type { Unit } from "#db/vocabulary";
import type { CellRow } from "#lib/commentary/cell/cell-rows";
import type { ActualContent } from "#lib/rules/actual";
import { type Bands, bandsFromRows } from "#lib/rules/bands";
import { rulesIn, withCommentRules } from "#lib/rules/comment-rules";
import type { Decision, GradedFigure, Revision } from "#lib/rules/commentary-status";
import { earnedGrade } from "#lib/rules/grade";
import { type Labels, labelsFromRows } from "#lib/rules/labels";
import { type Month, type MonthState, monthState } from "#lib/rules/month";
import type { SubmittedReturn } from "#lib/rules/submitted-return";

/** A revision with who had a hand in it; its words are read apart. */
export type CellRevision = Omit<Revision, "decisions"> & {
  id: string;
  version: number;
  writtenAt: Date;
  submittedBy: string | null;
  submittedById: string | null;
  withdrawnBy: string | null;
  /** Why its words stand although its writer was asked about some of them. */
  standsBecause: string | null;
  authors: { id: string; name: string }[];
  decisions: CellDecision[];
};

export type CellDecision = Decision & { id: string; decidedById: string };

export type CellActual = ActualContent & { version: number };

/** One indicator's month with what is judged when a comment on it is written or decided. */
export type CommentCell = {
  indicatorId: string;
  ref: string;
  month: Month;
  monthState: MonthState;
  commentaryDue: string | null;
  /** How its team's return of the month was submitted; null where it was not. */
  submitted: SubmittedReturn | null;
  scorecard: { id: string; slug: string; name: string };
  team: { id: string; name: string } | null;
  measure: string;
  unit: Unit;
  precision: number;
  bands: Bands | null;
  bandSetId: string | null;
  labelSetId: string;
  labels: Labels;
  actual: CellActual | null;
  present: GradedFigure;
  /** Oldest first. */
  revisions: CellRevision[];
};

/** Judges a cell's row by the rules: its grade, its month's state, its revisions in order. */
export function commentCell(row: CellRow): CommentCell {
  const bands = bandsFromRows(row.direction, row.bands);
  const labels = withCommentRules(labelsFromRows(row.labels), rulesIn(row.commentRules, row.month));
  const figure = row.actual?.value ?? null;
  return {
    indicatorId: row.indicatorId,
    ref: row.ref,
    month: row.month,
    monthState: monthState(row),
    commentaryDue: row.commentaryDue,
    submitted: row.submitted,
    scorecard: row.scorecard,
    team: row.team,
    measure: row.measure,
    unit: row.unit,
    precision: row.precision,
    bands,
    bandSetId: row.bandSetId,
    labelSetId: row.labelSetId,
    labels,
    actual: row.actual,
    present: { figure, missing: row.actual?.missing ?? null, grade: earnedGrade(figure, bands, labels) },
    revisions: row.revisions
      .map((revision) => ({
        ...revision,
        authors: row.authors.filter(({ revisionId }) => revisionId === revision.id),
        decisions: row.decisions
          .filter(({ revisionId }) => revisionId === revision.id)
          .sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()),
      }))
      .sort((a, b) => a.number - b.number),
  };
}
