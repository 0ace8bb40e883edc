import { bandedLevels, type Labels, type Level } from "#lib/rules/labels";

const ofIndicator = ["ref", "section", "theme", "action_plan", "measure", "unit", "direction", "benchmark"] as const;
const ofMonth = ["month", "value", "symbol", "grade", "milestone", "milestone_state", "comment"] as const;

/** What every row of an export has, besides its bands. */
export type FixedColumn = (typeof ofIndicator)[number] | (typeof ofMonth)[number];

/**
 * The columns of an export, one for each band between them, worst first. Where the months shown have several label sets,
 * the columns of a later one follow those before it, unless they are there already; a row fills those of its own month.
 */
export function exportColumns(sets: readonly Labels[]): string[] {
  const bands = sets.flatMap((labels) => bandedLevels(labels).map((level) => bandColumn(level, labels)));
  return [...ofIndicator, ...new Set(bands), ...ofMonth];
}

const fixed: readonly string[] = [...ofIndicator, ...ofMonth];
const ofFourLevels = ["outstanding", "good", "adequate"];

/** The column of a level's band: of four levels the one it has always had, whatever their words; else its own word. */
export function bandColumn({ rank, word }: Level, labels: Labels): string {
  const always = labels.length === 4 ? ofFourLevels[rank - 1] : undefined;
  const own = word.trim().toLowerCase().replace(/\s+/g, "_");
  return always ?? (fixed.includes(own) ? `${own}_band` : own);
}
