import { and, eq, type SQL, sql } from "drizzle-orm";
import { database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { scorecard } from "#db/schema/scorecards";
import { markOf, wordsOf } from "#db/words";
import { decidedTeams, type PersonActor } from "#lib/access/actor";
import { everyCell, listCellRows } from "#lib/commentary/cell/cell-rows";
import { type CommentCell, commentCell } from "#lib/commentary/cell/comment-cell";
import { revisionsInScope } from "#lib/commentary/cell/reading-scope";
import { waitingCount } from "#lib/commentary/reading/wanted-cells";
import type { Month } from "#lib/rules/month";
import { jsonRows } from "#lib/scorecards/json-rows";
import { monthsInScope } from "#lib/scorecards/month-scope";

/** How many comments wait for this head of service. */
export async function countWaiting(actor: PersonActor): Promise<number> {
  if (decidedTeams(actor).length === 0) return 0;
  const { rows } = await database().execute<{ waiting: number }>(waitingCount(actor));
  return rows[0]?.waiting ?? 0;
}

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
  const scope = revisionsInScope(actor);
  const [row] = await listCellRows(
    database(),
    actor.organisation.id,
    and(
      eq(scorecard.slug, slug),
      eq(indicator.ref, ref),
      eq(scorecardMonth.month, month),
      monthsInScope(actor) ?? undefined,
    ),
    scope,
    { wanted: everyCell, found: wordsInScope(scope) },
  );
  if (!row) return null;
  const words = new Map(row.found.map(({ id, body }) => [id, body]));
  return { cell: commentCell(row), words, marks: new Map(row.found.map(({ id, mark }) => [id, mark])) };
}

const wordsInScope = (scope: SQL) =>
  jsonRows(
    { id: commentRevision.id, body: wordsOf(commentRevision.words), mark: markOf(commentRevision.words) },
    sql`from ${commentRevision} where ${commentRevision.indicatorId} = ${indicator.id}
      and ${commentRevision.month} = ${scorecardMonth.month} and ${scope}`,
  );
