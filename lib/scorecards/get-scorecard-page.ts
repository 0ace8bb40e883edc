import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { isStorable } from "#lib/rules/is-storable";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { findPart } from "#lib/scorecards/parts";
import { getScorecardRows } from "#lib/scorecards/scorecard-rows";
import { readRange, usualRange, wholeRange } from "#lib/scorecards/sheet-range";

/** All that a scorecard's page shows, as it is (`isLive`) with its newest edition: its sheet, or its name alone while no month of it is to be seen. Null where there is none. */
export async function getScorecardPage(
  actor: PersonActor,
  slug: string,
  asked: { from?: string | undefined; to?: string | undefined; part: string | undefined; isLive?: boolean },
) {
  const rows = isStorable(slug)
    ? await getScorecardRows(actor, slug, database(), { withEdition: asked.isLive ?? false })
    : null;
  if (!rows) return null;
  const [scorecard, newest] = [scorecardOf(rows), rows.newestEdition];
  const ended = rows.endedAt && { at: rows.endedAt, reason: rows.endedReason };
  const [whole, usual] = [wholeRange(scorecard), usualRange(scorecard)];
  if (!whole || !usual) return { name: scorecard.name, newest, ended, shown: null };
  const reading = readRange(
    { ...(asked.from && { from: asked.from }), ...(asked.to && { to: asked.to }) },
    { whole, usual },
  );
  const range = reading.ok ? reading.range : usual;
  const part = await findPart(actor, scorecard, range, { part: asked.part });
  const sheet = await getSheet(actor, scorecard, range, part ?? {});
  return {
    name: scorecard.name,
    newest,
    ended,
    shown: { sheet, whole, range, part, refused: reading.ok ? null : reading.message },
  };
}
