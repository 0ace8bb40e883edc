import { randomUUID } from "node:crypto";
import type { PersonActor } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { readingScope } from "#lib/commentary/cell/reading-scope";
import { whyNotDecideHere } from "#lib/commentary/gates/require-decider";
import { whyNotWriteHere } from "#lib/commentary/gates/require-writer";
import { getCommentWords } from "#lib/commentary/queries";
import { askedAround } from "#lib/commentary/reading/asked-around";
import { cellAsRead } from "#lib/commentary/reading/cell-as-read";
import { getSurroundings, type Surroundings } from "#lib/commentary/reading/get-surroundings";
import { headView } from "#lib/commentary/reading/head-view";
import {
  type CommentState,
  commentState,
  isToHandIn,
  isWaiting,
  type ShownComment,
  shownComment,
  whyCommentRequired,
} from "#lib/rules/commentary-status";
import { areComparable } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";
import type { Asked } from "#lib/rules/said/asked";
import { withoutMark } from "#lib/rules/without-mark";
import type { Change } from "#lib/scorecards/what-changed";
import { whyUnusual } from "#lib/scorecards/why-unusual";

export type CommentPage = {
  cell: CommentCell;
  around: Surroundings | null;
  /** Why a comment is required, empty where none is; null once one was handed in, and when its month is not open. */
  required: string[] | null;
  /** What its draft's words will be asked about when they are submitted. */
  asked: Asked[];
  /** Null for who reads only what the scorecard shows. */
  follows: Follows | null;
  /** The form's fields before anyone types, or why this person cannot write here. */
  writing:
    | { whyNot: string }
    | { whyNot: null; seen: { revisionId: string | null; version: number }; body: string; mark: string | null };
  /** Of each form. */
  requests: { write: string; withdraw: string };
};

/** What is known of a comment's revisions to its leads, its head of service and the auditor. */
export type Follows = {
  state: CommentState<CellRevision>;
  shown: ShownComment<CellRevision> | null;
  words: ReadonlyMap<string, string>;
  /** The revision that its lead can withdraw. */
  withdrawable: CellRevision | null;
  /** The revision that waits for this very person. */
  mayDecide: string | null;
};

/** One comment as one person may read or write it; null where there is no such cell for them. */
export async function getCommentPage(
  actor: PersonActor,
  place: { slug: string; ref: string; month: Month },
): Promise<CommentPage | null> {
  const [found, around] = await Promise.all([
    remembered(actor, ["comment", place], () => getCommentWords(actor, place)),
    getSurroundings(actor, place),
  ]);
  if (!found) return null;
  const isFollower = readingScope(actor, found.cell.team?.id) !== "shown";
  const read = cellAsRead(actor, found.cell, around?.change.cell);
  const cell = isFollower ? read : { ...read, revisions: [] };
  const { words, marks } = found;
  const state = commentState(cell.revisions, cell.present, cell.labels);
  const whyNot = whyNotWriteHere(actor, cell)?.message ?? null;
  const newest = cell.revisions.at(-1) ?? null;
  const mark = (newest && marks.get(newest.id)) ?? null;
  const before = headView(cell).state;
  const waits = isWaiting(before) && whyNotDecideHere(actor, cell) === null;
  return {
    cell,
    around,
    required: cell.monthState === "open" && isToHandIn(state.state) ? whyRequired(cell, around?.change) : null,
    asked:
      whyNot === null && state.state === "draft" && around
        ? askedAround(withoutMark(words.get(state.revision.id) ?? "", mark), around)
        : [],
    follows: isFollower
      ? {
          state,
          shown: shownComment(cell.revisions, cell.present, cell.labels),
          words,
          withdrawable: whyNot === null ? undecided(cell.revisions) : null,
          mayDecide: waits && "revision" in before ? before.revision.id : null,
        }
      : null,
    writing:
      whyNot === null
        ? {
            whyNot,
            seen: { revisionId: newest?.id ?? null, version: newest?.version ?? 0 },
            body: withoutMark((newest && words.get(newest.id)) ?? "", mark),
            mark,
          }
        : { whyNot },
    requests: { write: randomUUID(), withdraw: randomUUID() },
  };
}

function whyRequired({ month, present, labels }: CommentCell, change: Change | undefined): string[] {
  const before = change?.before ?? null;
  return whyCommentRequired(
    {
      month,
      grade: present.grade,
      previous: before && { month: before.month, grade: areComparable(before.labels, labels) ? before.grade : null },
      milestoneMissed: change?.cell.milestone?.state === "missed",
      unusual: change ? whyUnusual(change) : null,
    },
    labels,
  );
}

function undecided(revisions: readonly CellRevision[]): CellRevision | null {
  return revisions.find((each) => each.submittedAt && !each.withdrawnAt && each.decisions.length === 0) ?? null;
}
