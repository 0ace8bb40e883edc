import type { PersonActor } from "#lib/access/actor";
import { editionAsTold } from "#lib/access/told-of-small";
import { type Edition, findEditionBefore } from "#lib/audit/find-edition";
import type { Past } from "#lib/audit/find-past";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import type { Stretch } from "#lib/rules/control-chart";
import type { EditionName } from "#lib/rules/edition";
import type { Month } from "#lib/rules/month";
import { controlOf } from "#lib/scorecards/control-of";
import { eachSheet } from "#lib/scorecards/each-sheet";
import type { OpenedExport } from "#lib/scorecards/open-export";
import type { Restatement } from "#lib/scorecards/restatement-rows";
import type { Sheet } from "#lib/scorecards/sheet";
import type { SheetRange } from "#lib/scorecards/sheet-range";
import { type Change, changedSince, whatChanged } from "#lib/scorecards/what-changed";
import { wholeSheet } from "#lib/scorecards/whole-sheet";

/** All that a board pack says. */
export type Pack = {
  sheet: Sheet;
  range: SheetRange;
  cut: number;
  takenAt: Date;
  /** Each indicator's figures as a process. */
  stretches: ReadonlyMap<string, readonly Stretch[]>;
  changes: readonly Change[];
  /** Since when, where all of it changed since the same month. */
  since: Month | null;
  /** The edition that it is of; null of live figures, or of a moment that was chosen. */
  edition: Edition | null;
  isLive: boolean;
  /** The edition before, and what was restated since. */
  compared: { edition: EditionName; restated: readonly Restatement[] } | null;
};

/** The months of a scorecard as a board pack has them: those that `eyes` see, all of one cut. Null where there is nothing. */
export async function readPack(
  actor: PersonActor,
  { scorecard, range, cut, takenAt }: OpenedExport,
  { past, eyes, cells }: { past: Past | null; eyes: PersonActor; cells?: number },
): Promise<Pack | null> {
  const sheet = await wholeSheet(eachSheet(eyes, scorecard, range, { cut, ...(cells && { cells }) }));
  if (!sheet) return null;
  const before = await findEditionBefore(actor, scorecard.slug, { cut, edition: past?.edition });
  const changes = sheet.focus ? whatChanged(sheet, sheet.focus) : [];
  return {
    sheet,
    range,
    cut,
    takenAt,
    stretches: new Map(sheet.indicators.map((each) => [each.id, controlOf(each, sheet.figureMonths)])),
    changes,
    since: changedSince(changes),
    edition: past?.edition ? editionAsTold(eyes, past.edition) : null,
    isLive: !past,
    compared: before && {
      edition: before,
      restated: await listRestatedSince(eyes, scorecard.slug, { edition: before, cut }),
    },
  };
}
