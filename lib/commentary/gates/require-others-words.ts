import { inWhoseName, type PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";
import { apart } from "#lib/rules/direction";

/**
 * Why this person may not approve these words: some of them are theirs, or of the head of service for whom they stand in. Null
 * when none are.
 */
export function whyOwnWords(
  actor: Pick<PersonActor, "person" | "onBehalfOf" | "standsFor">,
  { authors, submittedById }: Pick<CellRevision, "authors" | "submittedById">,
  { team }: Pick<CommentCell, "team">,
): string | null {
  const writers = [submittedById, ...authors.map(({ id }) => id)];
  const head = inWhoseName(actor, team?.id)?.head.id ?? actor.onBehalfOf;
  if (head && writers.includes(head)) {
    return `Some of these words are of the person for whom you stand in, who could not approve them either. Another head of service of the ${apart(team?.name ?? "")} team decides on them.`;
  }
  if (!writers.includes(actor.person.id)) return null;
  return `Some of these words are yours, and nobody approves their own. Another head of service of the ${apart(team?.name ?? "")} team decides on them.`;
}

/** Throws OWN_WORDS; the database refuses the same by its own trigger. */
export function requireOthersWords(actor: PersonActor, revision: CellRevision, cell: CommentCell): void {
  const why = whyOwnWords(actor, revision, cell);
  if (why) throw new Refusal("OWN_WORDS", why);
}
