import type { RangeColumn } from "#components/returns/use-cell-range";
import type { ReturnPart } from "#lib/returns/return-parts";
import type { ReturnRow } from "#lib/returns/return-row";
import { readActual, saysNothing, typedActual } from "#lib/rules/actual";
import { cellText } from "#lib/rules/cell-text";
import { earnedGrade } from "#lib/rules/grade";
import { gradeWord } from "#lib/rules/labels";
import type { RowState } from "#lib/rules/row-state";

/** What a cell of the return says, as text to take away: figures as they are kept, without signs for flags and grades. */
export function copiedCell(column: RangeColumn, row: ReturnRow, { labels }: ReturnPart, { typed }: RowState): string {
  switch (column) {
    case "ref":
      return row.ref;
    case "measure":
      return row.measure;
    case "previous":
      return cellText(typedActual(row.previous?.actual ?? null));
    case "figure":
      return cellText(typed);
    case "milestone":
      return row.milestone?.asTyped ?? "";
    case "earns": {
      const reading = saysNothing(typed) ? null : readActual(typed, row);
      const grade = earnedGrade(reading?.ok ? reading.content.value : null, row.bands, labels);
      return grade === null ? "" : gradeWord(labels, grade);
    }
  }
}
