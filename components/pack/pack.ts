import type { Edition } from "#lib/audit/find-edition";
import type { Restatement } from "#lib/restatements/list-restatements";
import type { EditionName } from "#lib/rules/edition";
import type { Made } from "#lib/rules/made";
import type { Sheet } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";

/** All that a board pack is made of. */
export type Pack = {
  sheet: Sheet;
  range: SheetRange;
  cut: number;
  /** When its cut was taken. */
  takenAt: Date;
  made: Made;
  /** The edition that it is of; null of live figures, or of a moment that was chosen. */
  edition: Edition | null;
  isLive: boolean;
  /** The edition before, and what was restated since. */
  compared: { edition: EditionName; restated: readonly Restatement[] } | null;
};

/** "Edition 1 of November 2013", "Cut 12", or that the figures are live ones. */
export const ofWhat = ({ isLive, made }: Pack): string => (isLive ? "Live figures, not published" : made.of);
