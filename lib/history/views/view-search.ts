import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";

/** Filters as they stand in an address; nothing where there are none. */
export const viewSearch = (filters: HistoryFilters): string => paths.historyFromHistory(filters).slice(1);

/** What a saved view asks, by name. */
export const readView = (asked: string): Record<string, string> => Object.fromEntries(new URLSearchParams(asked));
