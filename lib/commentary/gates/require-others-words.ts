import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import type { CellRevision, CommentCell } from "#lib/commentary/cell/comment-cell";

/** Why this person may not approve these words: some of them are theirs. Null when none are. */
export function whyOwnWords(
  actor: Pick<PersonActor, "person">,
  { authors, submittedById }: Pick<CellRevision, "authors" | "submittedById">,
  { team }: Pick<CommentCell, "team">,
): string | null {
  const isOwn = [submittedById, ...authors.map(({ id }) => id)].includes(actor.person.id);
  if (!isOwn) return null;
  return `Some of these words are yours, and nobody approves their own. Another head of service of the ${team?.name} team decides on them.`;
}

/** Throws OWN_WORDS; the database refuses the same by its own trigger. */
export function requireOthersWords(actor: PersonActor, revision: CellRevision, cell: CommentCell): void {
  const why = whyOwnWords(actor, revision, cell);
  if (why) throw new Refusal("OWN_WORDS", why);
}
