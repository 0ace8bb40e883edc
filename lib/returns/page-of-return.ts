/** The most rows of a return that are shown at once. */
export const rowsOnPage = 100;

type Part = { rows: readonly { ref: string }[] };

/** Some of a return's rows, with all its pages by the refs they begin and end with; one page where there are few rows. */
export type ReturnPage<P extends Part> = { parts: P[]; page: number; pages: { page: number; words: string }[] };

/** A page of a return that has too many rows to be shown at once; the last one, if there are not so many. */
export function pageOfReturn<P extends Part>(parts: readonly P[], asked: number): ReturnPage<P> {
  const rows = parts.flatMap((part) => part.rows);
  const count = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  const page = Math.min(asked, count);
  const [from, to] = [(page - 1) * rowsOnPage, page * rowsOnPage];
  let before = 0;
  const shown = parts.map((part) => {
    const own = part.rows.slice(Math.max(0, from - before), Math.max(0, to - before));
    before += part.rows.length;
    return { ...part, rows: own };
  });
  return {
    parts: shown.filter((part) => part.rows.length > 0),
    page,
    pages: Array.from({ length: count }, (_, index) => {
      const [first, last] = [rows[index * rowsOnPage], rows.slice(0, (index + 1) * rowsOnPage).at(-1)];
      return { page: index + 1, words: `${first?.ref} to ${last?.ref}` };
    }),
  };
}
