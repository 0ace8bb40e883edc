import { openingOf } from "#components/history/opening";
import { type References, references, type SaidView, saidView } from "#components/history/said-view";
import type { EntryGroup } from "#lib/history/entry";
import type { HistoryFilters } from "#lib/history/inputs";
import { clockSeconds, dayName } from "#lib/rules/moment";

/** One line: when, what in a sentence, and how to open what stands behind it. */
export type LineView = SaidView & {
  /** The day by its place among those of the page. */
  when: readonly [day: number, clock: string];
  position: number;
  isRefused?: true;
  /** Of more than one entry: how many, of which action. */
  many?: readonly [total: number, action: string];
};

/** Lines of the history in finished words; `filters` are those they were found by. */
export type LinesView = References & { lines: LineView[]; days: string[]; filters: HistoryFilters };

export function linesView(groups: readonly EntryGroup[], filters: HistoryFilters, timeZone: string): LinesView {
  const { refer, references: referred } = references();
  const open = openingOf(groups.flatMap(({ headline: { detail, change } }) => [detail, change].filter(Boolean)).length);
  const days = [...new Set(groups.map(({ entry }) => dayName(new Date(entry.at), timeZone)))];
  const lines = groups.map(({ entry, headline, position, total }): LineView => {
    const at = new Date(entry.at);
    const { detail, ...said } = saidView(headline, entry, refer, total > 1);
    return {
      when: [days.indexOf(dayName(at, timeZone)), clockSeconds(at, timeZone)],
      ...said,
      ...(detail && { detail: open(detail) }),
      position,
      ...(entry.operation === "refused" && { isRefused: true as const }),
      ...(total > 1 && { many: [total, entry.actionId] as const }),
    };
  });
  return { lines, days, ...referred, filters };
}
