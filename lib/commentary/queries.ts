import { and, eq, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import { markOf, wordsOf } from "#db/words";
import { type PersonActor, teamsOf } from "#lib/access/actor";
import { everyCell, listCellRows } from "#lib/commentary/cell/cell-rows";
import { type CommentCell, commentCell } from "#lib/commentary/cell/comment-cell";
import { type Known, knownTo, revisionsKnown } from "#lib/commentary/cell/reading-scope";
import type { Month } from "#lib/rules/month";
import { jsonRows } from "#lib/scorecards/json-rows";
import { editionOf, monthsSeen, type Seen, seenBy } from "#lib/scorecards/month-scope";

type Place = { slug: string; ref: string; month: Month };

/** One comment with the revisions that this person may know of; null where there is no such cell for them. */
export async function getCommentCell(actor: PersonActor, place: Place): Promise<CommentCell | null> {
  return (await getCommentWords(actor, place))?.cell ?? null;
}

/** The same with the words of those revisions and what is said of their redaction, by revision. */
export async function getCommentWords(
  actor: PersonActor,
  { slug, ref, month }: Place,
): Promise<{ cell: CommentCell; words: Map<string, string>; marks: Map<string, string | null> } | null> {
  const shape = { seen: seenBy(actor), known: knownTo(actor) };
  const [row] = await askWords(database(), shape, {
    ...editionOf(actor),
    slug,
    ref,
    month: `${month}-01`,
    organisation: actor.organisation.id,
    teams: teamsOf(actor, "team lead").map(({ id }) => id),
  });
  if (!row) return null;
  const words = new Map(row.found.map(({ id, body }) => [id, body]));
  return { cell: commentCell(row), words, marks: new Map(row.found.map(({ id, mark }) => [id, mark])) };
}

const askWords = madeOnce((db, { seen, known }: { seen: Seen; known: Known }) => {
  const [bySlug, byRef, ofMonth] = [
    eq(scorecard.slug, sql.placeholder("slug")),
    eq(indicator.ref, sql.placeholder("ref")),
    eq(scorecardMonth.month, sql.placeholder("month")),
  ];
  const scope = revisionsKnown(known);
  const where = and(bySlug, byRef, ofMonth, monthsSeen(seen) ?? undefined);
  const found = wordsInScope(scope);
  return listCellRows(db, sql.placeholder("organisation"), where, scope, { wanted: everyCell, found });
});

const wordsInScope = (scope: SQL) =>
  jsonRows(
    { id: commentRevision.id, body: wordsOf(commentRevision.words), mark: markOf(commentRevision.words) },
    sql`from ${commentRevision} where ${commentRevision.indicatorId} = ${indicator.id}
      and ${commentRevision.month} = ${scorecardMonth.month} and ${scope}`,
  );
