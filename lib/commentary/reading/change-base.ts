import type { CellRevision } from "#lib/commentary/cell/comment-cell";

/** What a revision's words are marked against: the last one approved before it, else the last returned, else the imported. */
export function changeBase(revisions: readonly CellRevision[], { number }: Pick<CellRevision, "number">) {
  const older = revisions.filter((each) => each.number < number && !each.withdrawnAt);
  return (
    older.findLast(({ decisions }) => decisions[0]?.kind === "approved") ??
    older.findLast(({ decisions }) => decisions[0]?.kind === "returned") ??
    older.findLast(({ source }) => source === "import") ??
    null
  );
}
