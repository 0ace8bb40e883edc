import { type ActualContent, saysNothing, typedActual } from "#lib/rules/actual";
import { type CommentedRow, commentWanted, type ReturnMonth } from "#lib/rules/comment-wanted";

type AskedRow = CommentedRow & { ref: string; actual: ActualContent | null };

const list = new Intl.ListFormat("en-GB");

/** What a return still asks of its lead while its month is open, by the refs it is asked on, "2.3 and 2.4"; null is nothing. */
export function stillWanted<Row extends AskedRow>(
  parts: readonly (ReturnMonth & { rows: readonly Row[] })[],
  contentOf: (row: Row) => ActualContent | null = ({ actual }) => actual,
) {
  const rows = parts.flatMap((part) => part.rows.map((row) => ({ part, row, content: contentOf(row) })));
  const refsOf = (those: typeof rows) => {
    const refs = those.filter(({ part }) => part.state === "open").map(({ row }) => row.ref);
    return refs.length === 0 ? null : list.format(refs);
  };
  const without = rows.filter(({ content }) => saysNothing(typedActual(content)));
  return {
    due: rows.length,
    given: rows.length - without.length,
    figures: refsOf(without),
    comments: refsOf(rows.filter(({ part, row, content }) => commentWanted(row, content, part).length > 0)),
    returned: refsOf(rows.filter(({ row }) => ["returned", "approval withdrawn"].includes(row.comment.state))),
  };
}
