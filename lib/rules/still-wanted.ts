import { type ActualContent, saysNothing, typedActual } from "#lib/rules/actual";
import { type CommentedRow, commentWanted, type ReturnMonth } from "#lib/rules/comment-wanted";
import type { Month } from "#lib/rules/month";

type AskedRow = CommentedRow & { indicatorId: string; ref: string; actual: ActualContent | null };
type AskedPart<Row> = ReturnMonth & { scorecard: { slug: string }; rows: readonly Row[] };

/** A cell of a return, as a link to it needs it. */
export type WantedCell = { slug: string; month: Month; indicatorId: string; ref: string };

/** What a return still asks of its lead while its month is open: the cells in which it is asked, in their order. */
export function stillWanted<Row extends AskedRow>(
  parts: readonly AskedPart<Row>[],
  contentOf: (row: Row) => ActualContent | null = ({ actual }) => actual,
) {
  const rows = parts.flatMap((part) => part.rows.map((row) => ({ part, row, content: contentOf(row) })));
  const cellsOf = (those: typeof rows): WantedCell[] =>
    those
      .filter(({ part }) => part.state === "open")
      .map(({ part, row: { indicatorId, ref } }) => {
        return { slug: part.scorecard.slug, month: part.month, indicatorId, ref };
      });
  const isWanted = ({ part, row, content }: (typeof rows)[number]) => commentWanted(row, content, part).length > 0;
  const isReturned = ({ row }: (typeof rows)[number]) => cameBack.includes(row.comment.state);
  const without = rows.filter(({ content }) => saysNothing(typedActual(content)));
  return {
    due: rows.length,
    given: rows.length - without.length,
    figures: cellsOf(without),
    comments: cellsOf(rows.filter(isWanted)),
    returned: cellsOf(rows.filter(isReturned)),
    /** The comments of both kinds. */
    toWrite: cellsOf(rows.filter((each) => isWanted(each) || isReturned(each))),
  };
}

const cameBack: readonly string[] = ["returned", "approval withdrawn"];

/** The next comment to write after one just written, from the top again after the last, and how many are left; null where none is. */
export function nextToWrite<Row extends AskedRow>(parts: readonly AskedPart<Row>[], written: string) {
  const order = parts.flatMap(({ rows }) => rows.map(({ indicatorId }) => indicatorId));
  const left = stillWanted(parts).toWrite.filter(({ indicatorId }) => indicatorId !== written);
  const next = left.find(({ indicatorId }) => order.indexOf(indicatorId) > order.indexOf(written)) ?? left[0];
  return next ? { next, left: left.length } : null;
}
