import { scorecardWorkbook } from "#components/workbook/scorecard-workbook";
import type { PersonActor } from "#lib/access/actor";
import { findEditionBefore } from "#lib/audit/find-edition";
import type { Past } from "#lib/audit/find-past";
import { madeBy } from "#lib/audit/seal/made-by";
import type { Workbook } from "#lib/exports/workbook";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import { eachComparison } from "#lib/scorecards/each-comparison";
import { eachSheet } from "#lib/scorecards/each-sheet";
import type { OpenedExport } from "#lib/scorecards/open-export";
import { sheetHeads } from "#lib/scorecards/sheet-heads";

/** A scorecard's months as a workbook, all of one cut, read as it is written; `each` sees every part that is read go by. Answers how often all of it is read, too. */
export async function openWorkbook(
  actor: PersonActor,
  { scorecard, range, cut, small }: OpenedExport,
  { past, eyes, each = (parts) => parts }: { past: Past | null; eyes: PersonActor; each?: Each },
): Promise<{ book: Workbook; readings: number }> {
  const { slug } = scorecard;
  const before = await findEditionBefore(actor, slug, { cut, edition: past?.edition });
  const book = scorecardWorkbook(sheetHeads(scorecard, range), {
    range,
    made: await madeBy(actor, { of: past, cut, small }),
    timeZone: actor.organisation.timeZone,
    sheets: () => each(eachSheet(eyes, scorecard, range, { cut })),
    compared: before && {
      edition: before,
      restated: await listRestatedSince(eyes, slug, { edition: before, cut }),
      parts: () => each(eachComparison(eyes, slug, { edition: before, range, cut })),
    },
  });
  // For three of its sheets, and for what changed since an edition.
  return { book, readings: before ? 4 : 3 };
}

type Each = <T>(parts: AsyncIterable<T>) => AsyncIterable<T>;
