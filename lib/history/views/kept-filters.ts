import { z } from "zod";
import { type HistoryFilters, readHistoryAsked } from "#lib/history/inputs";

/** Filters as a view keeps them, in words that a redaction finds. */
export const keptFilters = (filters: HistoryFilters): string => JSON.stringify(filters);

/** What a view kept; null where any of it can be read no more. */
export function readFilters(kept: string): HistoryFilters | null {
  const asked = z.record(z.string(), z.string()).safeParse(parsed(kept)).data;
  if (!asked) return null;
  const { filters, problems } = readHistoryAsked(asked);
  const isWhole = Object.keys(problems).length === 0 && Object.keys(asked).every((name) => name in filters);
  return isWhole ? filters : null;
}

function parsed(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return null;
  }
}
