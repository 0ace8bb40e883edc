import { type LinesView, linesView } from "#components/history/lines-view";
import type { EntryGroup } from "#lib/history/entry";
import type { HistoryAsked, HistoryFilters } from "#lib/history/inputs";
import type { HistoryChoices } from "#lib/history/list-choices";
import type { EntryPage } from "#lib/history/list-entries";
import { wholeNumber } from "#lib/rules/whole-number";

/** A page of history in finished words: all that travels to the browser. */
export type HistoryView = {
  counted: string | null;
  asked: Pick<HistoryAsked, "filters" | "problems">;
  /** What the address says, readable or not. */
  typed: Record<string, string>;
  choices: HistoryChoices;
  /** The filters in words. */
  said: readonly { name: keyof HistoryFilters; label: string; value: string }[];
  found: { lines: LinesView; newer: number | null; older: number | null; here: string } | null;
};

/** The lines of a page, and where it stands among the others. */
export const foundView = (
  { groups, newer, older }: EntryPage,
  filters: HistoryFilters,
  timeZone: string,
): HistoryView["found"] => ({ lines: linesView(groups, filters, timeZone), newer, older, here: entriesHere(groups) });

/** "Entries 34 to 490": where the page stands in the trail, though a filter may leave entries out between. */
function entriesHere(groups: readonly EntryGroup[]): string {
  const [oldest, newest] = [Math.min(...groups.map((group) => group.oldest)), groups[0]?.position ?? 0];
  return oldest === newest
    ? `Entry ${wholeNumber(newest)}`
    : `Entries ${wholeNumber(oldest)} to ${wholeNumber(newest)}`;
}
