import type { Month } from "#lib/rules/month";

/** What holds in a month, of things that each hold from a month on: the one that started last; null before the first. */
export function atMonth<T extends { fromMonth: Month }>(versions: readonly T[], month: Month): T | null {
  let found: T | null = null;
  for (const version of versions) {
    if (version.fromMonth <= month && (!found || version.fromMonth > found.fromMonth)) found = version;
  }
  return found;
}
