import Big from "big.js";
import type { DecisionKind, MissingSymbol } from "#db/vocabulary";
import type { OtherRule } from "#lib/rules/comment-rules";
import { sinceWords } from "#lib/rules/due";
import { plainFigure } from "#lib/rules/figure";
import { type Grade, gradeWord, type Labels, levelOf } from "#lib/rules/labels";
import { missingWords } from "#lib/rules/missing-words";
import { type Month, monthName } from "#lib/rules/month";

/** What stands in a cell, or stood there when it was decided on: a figure or the symbol for none, and the grade earned. */
export type GradedFigure = { figure: string | null; missing: MissingSymbol | null; grade: Grade | null };

/** The same as an approval saw it, with how many levels there were then. */
export type ApprovedFigure = GradedFigure & { levels?: number | null };

/** A decision on a revision, with the figure it saw. `decidedBy` is a person's name. */
export type Decision = ApprovedFigure & {
  kind: DecisionKind;
  reason: string | null;
  decidedAt: Date;
  decidedBy: string;
  /** What else the approver saw, as it was typed: the bands, best first, and the milestone. */
  bands?: string | null;
  milestone?: string | null;
  /** And what stood in the month in which a figure was last due; null where there was none, or it was not kept yet. */
  previousMonth?: Month | null;
  previousFigure?: string | null;
  previousMissing?: MissingSymbol | null;
  /** Of an approval that lapsed and does not hold again: since when, and by whose act; null where it was no person's. */
  lapsedAt?: Date | null;
  lapsedBy?: string | null;
};

/** One version of a comment with its decisions, newest first. */
export type Revision = {
  number: number;
  source: "person" | "import";
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  decisions: readonly Decision[];
};

/** What the scorecard shows. A lapsed one has no words to show. */
export type ShownComment<R extends Revision = Revision> =
  | { kind: "approved"; revision: R; decision: Decision }
  | { kind: "imported"; revision: R }
  | { kind: "lapsed"; revision: R; because: string };

/** Where a comment stands between its lead and its head of service. */
export type CommentState<R extends Revision = Revision> =
  | { state: "none" }
  | { state: "draft"; revision: R; after: CommentState<R> }
  | { state: "submitted"; revision: R }
  | { state: "returned"; revision: R; decision: Decision; reason: string }
  | { state: "approved"; revision: R; decision: Decision }
  | { state: "lapsed"; revision: R; decision: Decision; because: string }
  | { state: "approval withdrawn"; revision: R; decision: Decision; reason: string }
  | { state: "withdrawn"; revision: R }
  | { state: "imported"; revision: R };

/**
 * The newest revision whose newest decision is an approval of what the cell still holds; else, of a lapsed approval, why
 * it lapsed; else the imported one, which stands until another is approved; else null. Drafts and submissions never hide
 * an approved revision.
 */
export function shownComment<R extends Revision>(
  revisions: readonly R[],
  present: GradedFigure,
  labels: Labels,
): ShownComment<R> | null {
  let lapsed: { revision: R; because: string } | null = null;
  for (const revision of newestFirst(revisions)) {
    const decision = approvalOf(revision);
    if (!decision) continue;
    const because = whyLapsed(decision, present, labels);
    if (because === null) return { kind: "approved", revision, decision };
    lapsed ??= { revision, because };
  }
  if (lapsed) return { kind: "lapsed", ...lapsed };
  const imported = revisions.find(({ source }) => source === "import");
  return imported ? { kind: "imported", revision: imported } : null;
}

/**
 * The state of the newest revision. Whoever may not see drafts passes the revisions without them; a draft says what
 * it comes after, so that a returned reason stays in sight while it is being mended.
 */
export function commentState<R extends Revision>(
  revisions: readonly R[],
  present: GradedFigure,
  labels: Labels,
): CommentState<R> {
  const [revision, ...older] = newestFirst(revisions);
  if (!revision) return { state: "none" };
  if (revision.source === "import") return { state: "imported", revision };
  if (!revision.submittedAt) return { state: "draft", revision, after: commentState(older, present, labels) };
  if (revision.withdrawnAt) return { state: "withdrawn", revision };
  const [decision] = revision.decisions;
  if (!decision) return { state: "submitted", revision };
  const reason = decision.reason ?? "";
  if (decision.kind === "returned") return { state: "returned", revision, decision, reason };
  if (decision.kind === "withdrawn") return { state: "approval withdrawn", revision, decision, reason };
  const because = whyLapsed(decision, present, labels);
  if (because === null) return { state: "approved", revision, decision };
  return { state: "lapsed", revision, decision, because };
}

/** What explains a figure: the comment handed in last, while it waits to be decided on, and since when one is approved for it. */
export type Explained = { isSubmitted: boolean; approvedAt: Date | null };

export function explainedBy(revisions: readonly Revision[], present: GradedFigure, labels: Labels): Explained {
  const shown = shownComment(revisions, present, labels);
  const handedIn = newestFirst(revisions).find(({ submittedAt }) => submittedAt !== null);
  return {
    isSubmitted: handedIn !== undefined && handedIn.withdrawnAt === null && handedIn.decisions.length === 0,
    approvedAt: shown?.kind === "approved" ? shown.decision.decidedAt : null,
  };
}

/** Whether a head of service has something to decide: words submitted and not decided, or approved for what has changed. */
export const isWaiting = ({ state }: CommentState): boolean => state === "submitted" || state === "lapsed";

/** Whether a required comment is still to be handed in: none was, or it is a draft, or it was taken back. */
export const isToHandIn = (state: CommentState["state"]): boolean => ["none", "draft", "withdrawn"].includes(state);

/** Why an approval of one figure does not hold for another, "84 became 90 after it was approved"; null while it stands. */
export function whyLapsed(approved: ApprovedFigure, present: GradedFigure, labels: Labels): string | null {
  if (!sameFigure(approved.figure, present.figure) || approved.missing !== present.missing) {
    return `${figureSaid(approved)} became ${figureSaid(present)} after it was approved`;
  }
  const isOfOtherLevels = approved.grade !== null && (approved.levels ?? labels.length) !== labels.length;
  if (isOfOtherLevels) return `the grades of ${figureSaid(present)} have other levels since it was approved`;
  if (approved.grade === present.grade) return null;
  const [from, to] = [gradeWord(labels, approved.grade), gradeWord(labels, present.grade)];
  return `the grade of ${figureSaid(present)} became ${to}, from ${from}, after it was approved`;
}

/** "84", "not available", "no figure" */
export function figureSaid({ figure, missing }: Pick<GradedFigure, "figure" | "missing">): string {
  if (figure !== null) return plainFigure(figure);
  if (missing === null) return "no figure";
  return missingWords[missing];
}

/** "November 2013: 84" */
export const figureIn = (month: Month, said: Pick<GradedFigure, "figure" | "missing">): string =>
  `${monthName(month)}: ${figureSaid(said)}`;

/** Whether a comment is required on a cell, and why, by the levels as its organisation’s rules have them: none is where the list is empty. */
export function whyCommentRequired(
  question: {
    month: Month;
    grade: Grade | null;
    /** The previous due month; null when there is none. Its grade is null where it cannot be compared. */
    previous: { month: Month; grade: Grade | null } | null;
    milestoneMissed: boolean;
    /** On which side the figure is outside its usual range; null where it is not. */
    unusual?: string | null;
  },
  labels: Labels,
): string[] {
  const { grade, previous } = question;
  const reasons: string[] = [];
  const holds = (rule: OtherRule) => !labels[0]?.unasked?.includes(rule);
  if (levelOf(labels, grade)?.asksForComment) reasons.push(`the grade is ${gradeWord(labels, grade)}`);
  if (question.milestoneMissed && holds("milestoneMissed")) reasons.push("the milestone is missed");
  if (grade && previous?.grade && grade !== previous.grade && holds("gradeChanged")) {
    const since = sinceWords(previous.month, question.month);
    reasons.push(`the grade changed from ${gradeWord(labels, previous.grade)} ${since}`);
  }
  if (question.unusual && holds("figureUnusual")) reasons.push(`the figure is ${question.unusual}`);
  return reasons;
}

function approvalOf({ submittedAt, withdrawnAt, decisions }: Revision): Decision | null {
  const [newest] = decisions;
  return submittedAt && !withdrawnAt && newest?.kind === "approved" ? newest : null;
}

function newestFirst<R extends Revision>(revisions: readonly R[]): R[] {
  return revisions.toSorted((a, b) => b.number - a.number);
}

function sameFigure(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : Big(one).eq(other);
}
