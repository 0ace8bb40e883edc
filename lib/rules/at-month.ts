import type { Month } from "#lib/rules/month";

/** The months in which something holds, both included. */
export type Held = { firstMonth: Month; lastMonth: Month };

/** What holds in a month, of things that each hold in months of their own; null where none does. */
export function atMonth<T extends Held>(versions: readonly T[], month: Month): T | null {
  return allAtMonth(versions, month)[0] ?? null;
}

/** The same for what may hold beside others of its kind. */
export function allAtMonth<T extends Held>(versions: readonly T[], month: Month): T[] {
  return versions.filter(({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth);
}
