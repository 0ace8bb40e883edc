import { figureStyles } from "#components/workbook/figure-styles";
import type { CellStyle } from "#lib/exports/cell";

const paper = "EEF1F5";
/** Whatever is typed into such a cell stays words, also when somebody edits it in the spreadsheet. */
const words = { format: "@", wrap: true, ruled: true } as const;

/** How the cells of a workbook look. */
export const workbookStyles = {
  ...figureStyles,
  title: { format: "@", bold: true },
  heading: { ...words, bold: true, fill: paper },
  label: { ...words, bold: true },
  words,
  grade: { ...words, indent: true },
  none: { format: "@", ruled: true },
  line: { format: "@" },
  month: { format: "mmmm yyyy", ruled: true },
  plain: { format: "General", ruled: true },
} as const satisfies Record<string, CellStyle>;
