import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { comment, commentRevision, revisionAuthor } from "#db/schema/commentary";
import type { PersonActor } from "#lib/access/actor";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { getWords } from "#lib/commentary/cell/get-words";
import { conflictOverWords } from "#lib/commentary/gates/conflict-over-words";

/** What its writer had before them: the newest revision and its version; null and 0 where there was none. */
export type SeenWords = { revisionId: string | null; version: number };

export type Written = { revisionId: string; number: number; isChanged: boolean };

/**
 * Puts a writer's words into the cell's draft, or into a next revision when the newest has left its writers' hands.
 * A next revision starts from its predecessor's words, so it keeps their authors. Throws CONFLICT with both texts when
 * the newest is not what the writer saw.
 */
export async function writeWords(
  tx: Database,
  actor: PersonActor,
  cell: CommentCell,
  seen: SeenWords,
  body: string,
): Promise<Written> {
  const newest = cell.revisions.at(-1) ?? null;
  const words = newest ? (await getWords(tx, [newest.id])).get(newest.id) : undefined;
  const refuse = () => conflictOverWords(tx, actor, cell.indicatorId, cell.month);
  if ((newest?.id ?? null) !== seen.revisionId || (newest?.version ?? 0) !== seen.version) throw await refuse();

  if (newest && newest.submittedAt === null && newest.source === "person") {
    const isChanged = words !== body;
    if (isChanged) await rewriteDraft(tx, actor, cell, newest, body);
    return { revisionId: newest.id, number: newest.number, isChanged };
  }
  const revisionId = await startRevision(tx, actor, cell, newest, body);
  if (!revisionId) throw await refuse();
  return { revisionId, number: (newest?.number ?? 0) + 1, isChanged: words !== body };
}

async function rewriteDraft(tx: Database, actor: PersonActor, cell: CommentCell, draft: CellRevision, body: string) {
  await tx
    .update(commentRevision)
    .set({ words: body, writtenAt: now, writtenBy: actor.person.id })
    .where(and(eq(commentRevision.id, draft.id), isNull(commentRevision.submittedAt)));
  await addAuthors(tx, cell, draft.id, [actor.person.id]);
}

/** Null when somebody else started the same revision first: the two meet on a unique index. */
async function startRevision(
  tx: Database,
  actor: PersonActor,
  cell: CommentCell,
  newest: CellRevision | null,
  body: string,
): Promise<string | null> {
  const place = { indicatorId: cell.indicatorId, month: cell.month };
  if (!newest) await tx.insert(comment).values(place).onConflictDoNothing();
  const [of] = await tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.indicatorId, place.indicatorId), eq(comment.month, place.month)));
  if (!of) return null;
  const [made] = await tx
    .insert(commentRevision)
    .values({
      ...place,
      commentId: of.id,
      number: (newest?.number ?? 0) + 1,
      source: "person",
      words: body,
      writtenBy: actor.person.id,
    })
    .onConflictDoNothing()
    .returning({ id: commentRevision.id });
  if (!made) return null;
  await addAuthors(tx, cell, made.id, [...(newest?.authors.map(({ id }) => id) ?? []), actor.person.id]);
  return made.id;
}

async function addAuthors(tx: Database, cell: CommentCell, revisionId: string, people: readonly string[]) {
  const { indicatorId, month } = cell;
  await tx
    .insert(revisionAuthor)
    .values([...new Set(people)].map((personId) => ({ revisionId, indicatorId, month, personId })))
    .onConflictDoNothing();
}
