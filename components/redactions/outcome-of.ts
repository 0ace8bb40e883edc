import type { RedactionRow } from "#lib/redactions/redaction-columns";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

/** What became of a redaction, in words. */
export function outcomeOf(row: RedactionRow, timeZone: string): string {
  const when = (at: Date) => momentName(at, timeZone);
  if (row.confirmedAt) {
    const texts = row.textsGone === 1 ? "One text" : `${wholeNumber(row.textsGone)} texts`;
    return `${texts} redacted, confirmed by ${apart(row.confirmedBy ?? "")}, ${when(row.confirmedAt)}`;
  }
  if (row.refusedAt) return `Refused by ${apart(row.refusedBy ?? "")}, ${when(row.refusedAt)}`;
  return row.withdrawnAt ? `Withdrawn by ${apart(row.proposedBy)}, ${when(row.withdrawnAt)}` : "Waits to be confirmed";
}
