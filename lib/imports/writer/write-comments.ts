import type { Database } from "#db/client";
import { comment, commentRevision } from "#db/schema/commentary";
import type { CommentRead } from "#lib/imports/reader/reading";
import type { ImportBy } from "#lib/imports/writer/import-by";
import { idOf, type WrittenIndicators } from "#lib/imports/writer/write-indicators";

/** Writes the comments as imported: nobody in Candour wrote or approved them, so they have no author and no decision. */
export async function writeComments(
  tx: Database,
  comments: readonly CommentRead[],
  indicators: WrittenIndicators,
  { importId }: Pick<ImportBy, "importId">,
): Promise<void> {
  for (const { ref, month, words } of comments) {
    const cell = { indicatorId: idOf(indicators, ref), month };
    const [made] = await tx.insert(comment).values(cell).returning({ id: comment.id });
    if (!made) continue;
    await tx
      .insert(commentRevision)
      .values({ ...cell, commentId: made.id, number: 1, source: "import", importId, words });
  }
}
