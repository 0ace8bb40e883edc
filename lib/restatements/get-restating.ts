import { randomUUID } from "node:crypto";
import { database } from "#db/client";
import { type PersonActor, seesSmall } from "#lib/access/actor";
import { findCells } from "#lib/actuals/lock-cell";
import type { CommentCell } from "#lib/commentary/cell/comment-cell";
import { whyOwnWords } from "#lib/commentary/gates/require-others-words";
import { getCommentWords } from "#lib/commentary/queries";
import { cellAsRead } from "#lib/commentary/reading/cell-as-read";
import { getSurroundings } from "#lib/commentary/reading/get-surroundings";
import { heldComment } from "#lib/restatements/held-comment";
import { listRestatements } from "#lib/restatements/list-restatements";
import { whyNotRestater } from "#lib/restatements/require-restater";
import type { Month } from "#lib/rules/month";
import type { Restatement } from "#lib/scorecards/restatement-rows";

/** The comment that is asked about: its words, and why this person may not say that it holds. */
export type AskedComment = { revisionId: string; words: string; whyNot: string | null };

/** A cell with what was restated of it, and the form's fields, or why this person cannot restate it. */
export type Restating = {
  cell: CommentCell;
  restatements: Restatement[];
  form: { whyNot: string } | { whyNot: null; seen: number; request: string; comment: AskedComment | null };
};

/** Null where there is no such cell for them. In the past nothing is restated. */
export async function getRestating(
  actor: PersonActor,
  place: { slug: string; ref: string; month: Month },
): Promise<Restating | null> {
  const [found, restatements, around] = await Promise.all([
    getCommentWords(actor, place),
    listRestatements(actor, place),
    seesSmall(actor) ? null : getSurroundings(actor, place),
  ]);
  if (!found) return null;
  const { words } = found;
  const cell = cellAsRead(actor, found.cell, around?.change.cell);
  const [own] = (await findCells(database(), actor, [cell])).values();
  const whyNot = own ? whyNotRestater(actor, own) : null;
  if (whyNot) return { cell, restatements, form: { whyNot: whyNot.message } };
  const revision = heldComment(cell);
  const comment = revision && {
    revisionId: revision.id,
    words: words.get(revision.id) ?? "",
    whyNot: whyOwnWords(actor, revision, cell),
  };
  return {
    cell,
    restatements,
    form: { whyNot: null, seen: own?.present?.version ?? 0, request: randomUUID(), comment },
  };
}
