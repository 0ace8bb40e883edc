import type { Notice } from "#lib/imports/reader/reading";
import { fieldAt, type Line } from "#lib/imports/reader/sort-rows";

type Title = { line: Extract<Line, { kind: "title" }>; endsPage: boolean };
/** A section as its rows give it, before anything is asked. */
export type Draft = {
  number: string;
  row: number;
  column: number;
  title: Title | null;
  themes: { row: number; text: string }[];
};

export function sectionOf(ref: string): string {
  return ref.split(".")[0] ?? ref;
}

/** A title belongs to the next section that begins, on its own page or the next; a merged theme cell to the section it stands in. */
export function draftSections(lines: readonly Line[]): { drafts: Draft[]; notices: Notice[] } {
  const drafts: Draft[] = [];
  const notices: Notice[] = [];
  let waiting: Title | null = null;
  let current: Draft | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "title") {
      if (waiting !== null) notices.push(unused(waiting));
      waiting = { line, endsPage: lines[index + 1]?.page !== line.page };
      continue;
    }
    if (line.kind === "indicator" && sectionOf(line.ref) !== current?.number) {
      const number = sectionOf(line.ref);
      current = drafts.find((draft) => draft.number === number);
      if (current === undefined) {
        current = { number, row: line.row.row, column: line.page.columns.theme, title: waiting, themes: [] };
        drafts.push(current);
        waiting = null;
      }
    }
    const text = fieldAt(line.row, line.page.columns.theme);
    if (text !== "") current?.themes.push({ row: line.row.row, text });
  }
  if (waiting !== null) notices.push(unused(waiting));
  return { drafts, notices };
}

function unused({ line }: Title): Notice {
  return {
    row: line.row.row,
    column: 1,
    words: `The section title "${line.pieces.join("|")}" has no indicators after it; it is not used.`,
  };
}
