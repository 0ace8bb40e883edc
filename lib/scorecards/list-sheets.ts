import type { PersonActor } from "#lib/access/actor";
import { emptyActual } from "#lib/rules/actual";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { listSummaryRows } from "#lib/scorecards/scorecard-rows";
import type { Sheet } from "#lib/scorecards/sheet";
import { wholeRange } from "#lib/scorecards/sheet-range";

// What is not asked for at a glance: nobody answers for a grade, nothing is planned, and no words are read.
const atAGlance = { teams: [], benchmarks: [], milestones: [], revisions: [], decisions: [] };

/**
 * Every scorecard of the organisation that has not ended, or one, in the month to look at, as one person may see it: its grades and what changed, in
 * one statement. A sheet here has no teams, benchmarks, milestones or comments, and of its actuals the values.
 */
export async function listSheets(actor: PersonActor, slug?: string): Promise<Sheet[]> {
  return (await listSummaryRows(actor, slug)).flatMap((rows) => {
    const scorecard = scorecardOf(rows);
    const range = rows.first && rows.last ? { from: rows.first, to: rows.last } : wholeRange(scorecard);
    const actuals = rows.values.map((figure) => ({ ...emptyActual, ...figure }));
    return range ? [assembleSheet(scorecard, range, { ...rows, actuals, ...atAGlance }, actor)] : [];
  });
}
