import { TextLink } from "#components/ui/text-link";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import type { ActualContent } from "#lib/rules/actual";
import { commentWanted, standsNow } from "#lib/rules/comment-wanted";

/** The way to the row's comment, where it stands, and whether one is required of this figure. */
export function RowCommentLine({
  href,
  row,
  content,
  typed,
  part,
}: {
  href: string;
  row: ReturnRow;
  content: ActualContent | null;
  /** What the row would say once saved. */
  typed: ActualContent | null;
  part: ReturnPart;
}) {
  if (row.comment.state === "none" && part.state !== "open") return <p className="about">No comment</p>;
  const wanted = commentWanted(row, typed, part);
  const { words, isUrgent } = standsNow(row, content, part.labels);
  return (
    <p className="about">
      <TextLink href={href}>
        {row.comment.state === "none" ? "Write comment" : "Comment"}
        <span className="sr-only">{` on ${row.ref}`}</span>
      </TextLink>
      {words && (isUrgent ? <b> {words}</b> : ` ${words}`)}
      {wanted.length > 0 && <b>{` required: ${wanted.join("; ")}`}</b>}
    </p>
  );
}
