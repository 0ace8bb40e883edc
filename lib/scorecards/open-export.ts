import { type PersonActor, seesSmall } from "#lib/access/actor";
import { asOf } from "#lib/audit/as-of";
import type { Past } from "#lib/audit/find-past";
import { presentCut } from "#lib/audit/present-cut";
import { editionText } from "#lib/rules/edition";
import { notForPublication } from "#lib/rules/kept-file";
import type { SmallInFile } from "#lib/scorecards/export-scorecard";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import { readRange, type SheetRange, wholeRange } from "#lib/scorecards/sheet-range";

/** A scorecard's months to take away: all of one cut, that which was asked for or one of this moment. */
export type OpenedExport = {
  ok: true;
  scorecard: SheetScorecard;
  range: SheetRange;
  cut: number;
  takenAt: Date;
  name: string;
  small: SmallInFile;
};

/** Finds the months asked for, every month where none are, and of them those that there is room for; or says why there are none to take away. */
export async function openExport(
  actor: PersonActor,
  slug: string,
  asked: { from?: string | undefined; to?: string | undefined },
  past: Past | null,
  rangeOf = (_: SheetScorecard, range: SheetRange): SheetRange => range,
): Promise<OpenedExport | { ok: false; status: number; message: string }> {
  const { cut, takenAt } = past ?? (await presentCut());
  const scorecard = await asOf(cut, () => getScorecard(actor, slug));
  if (!scorecard) return { ok: false, status: 404, message: "There is no such scorecard." };
  const whole = wholeRange(scorecard);
  if (!whole) return { ok: false, status: 404, message: "This scorecard has no month to take away yet." };
  const reading = readRange(
    { ...(asked.from && { from: asked.from }), ...(asked.to && { to: asked.to }) },
    { whole, usual: whole },
  );
  if (!reading.ok) return { ok: false, status: 400, message: reading.message };
  const range = rangeOf(scorecard, reading.range);
  const small = scorecard.hidesSmall ? (seesSmall(actor) ? "shown" : "hidden") : null;
  const name = `${slug}-${range.from}-to-${range.to}${ofMoment(past)}${small === "shown" ? notForPublication : ""}`;
  return { ok: true, scorecard, range, cut, takenAt, name, small };
}

function ofMoment(past: Past | null): string {
  if (!past) return "";
  return past.edition ? `-edition-${editionText(past.edition)}` : `-cut-${past.cut}`;
}
