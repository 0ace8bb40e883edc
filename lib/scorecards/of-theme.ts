import type { Sheet } from "#lib/scorecards/sheet";

/** The part of a sheet that stands under one theme in its last month. */
export function ofTheme(sheet: Sheet, slug: string): Sheet {
  return { ...sheet, indicators: sheet.indicators.filter(({ now }) => now.theme.slug === slug) };
}
