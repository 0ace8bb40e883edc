import { bandedLevels, type Labels, type Level } from "#lib/rules/labels";

const ofIndicator = ["ref", "section", "theme", "action_plan", "measure", "unit", "direction", "benchmark"] as const;
const ofMonth = ["month", "value", "symbol", "grade", "milestone", "milestone_state", "comment"] as const;
// What came later stands after what was there, so that who reads a file by its places finds them where they were.
const ofComment = ["comment_standing", "approved_by", "approved_utc", "approved_local"] as const;
const ofFile = ["file_of", "made_by", "made_utc", "made_local", "history_sealed_at"] as const;

/** What says of whole files what each is, who made it and when, and how the history was sealed then. */
export type FileColumn = (typeof ofFile)[number];

/** What every row of an export has, besides its bands. */
export type FixedColumn =
  | (typeof ofIndicator)[number]
  | (typeof ofMonth)[number]
  | (typeof ofComment)[number]
  | FileColumn;

/**
 * The columns of an export, one for each band between them, worst first. Where the months shown have several label sets,
 * the columns of a later one follow those before it, unless they are there already; a row fills those of its own month.
 */
export function exportColumns(sets: readonly Labels[]): string[] {
  const bands = sets.flatMap((labels) => bandedLevels(labels).map((level) => bandColumn(level, labels)));
  return [...ofIndicator, ...new Set(bands), ...ofMonth, ...ofComment, ...ofFile];
}

const fixed: readonly string[] = [...ofIndicator, ...ofMonth, ...ofComment, ...ofFile];
const ofFourLevels = ["outstanding", "good", "adequate"];

/** The column of a level's band: of four levels the one it has always had, whatever their words; else its own word. */
export function bandColumn({ rank, word }: Level, labels: Labels): string {
  const always = labels.length === 4 ? ofFourLevels[rank - 1] : undefined;
  const own = word.trim().toLowerCase().replace(/\s+/g, "_");
  return always ?? (fixed.includes(own) ? `${own}_band` : own);
}
