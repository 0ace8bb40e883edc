import { type SaidView, saidView } from "#components/history/said-view";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import type { EntryGroup } from "#lib/history/entry";
import type { HistoryFilters } from "#lib/history/inputs";
import { clockSeconds, dayName } from "#lib/rules/moment";

/** One line: when, what in a sentence, and how to open what stands behind it. */
export type LineView = SaidView & {
  /** "2014-01-14T09:32:11Z" */
  at: string;
  day: string;
  clock: string;
  position: number;
  isRefused?: true;
  /** Of more than one entry. */
  many?: { total: number; action: string };
};

/** Lines of the history in finished words; `filters` are those they were found by. */
export type LinesView = { lines: LineView[]; levels: ShownLevel[]; filters: HistoryFilters };

export function linesView(groups: readonly EntryGroup[], filters: HistoryFilters, timeZone: string): LinesView {
  const levels = levelList();
  const open = opening(groups.filter(({ headline }) => headline.detail).length);
  const lines = groups.map(({ entry, headline, position, total }): LineView => {
    const at = new Date(entry.at);
    const { detail, ...said } = saidView(headline, entry, levels);
    return {
      at: `${entry.at.slice(0, 19)}Z`,
      day: dayName(at, timeZone),
      clock: clockSeconds(at, timeZone),
      ...said,
      ...(detail && { detail: open(detail) }),
      position,
      ...(entry.operation === "refused" && { isRefused: true as const }),
      ...(total > 1 && { many: { total, action: entry.actionId } }),
    };
  });
  return { lines, levels: levels.levels, filters };
}

/** Long words are shown by their beginning, the shorter the more lines have some; the whole stands behind the line. */
function opening(lines: number): (words: string) => string {
  const most = Math.max(120, Math.min(300, Math.floor(6000 / lines)));
  return (words) => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);
}
