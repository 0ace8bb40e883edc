import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { seenIn } from "#lib/definitions/list-versions";
import { atMonth } from "#lib/rules/at-month";
import type { Month } from "#lib/rules/month";
import { inOrder } from "#lib/scorecards/in-order";
import { indicatorIn } from "#lib/scorecards/indicator-at";
import { ownRows } from "#lib/scorecards/own-rows";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import { getSheetRows } from "#lib/scorecards/sheet-rows";

/** What holds of an indicator in a month, of that which can be set of many at once. */
export type SeveralRow = Awaited<ReturnType<typeof listSeveral>>[number];

/** Of every indicator of a scorecard that is defined in a month, in the scorecard's order. */
export async function listSeveral(
  db: Database,
  actor: PersonActor,
  scorecard: Pick<SheetScorecard, "id">,
  month: Month,
) {
  const rows = await getSheetRows(actor, scorecard.id, { from: month, to: month, before: month }, {}, db);
  const of = ownRows(rows);
  return rows.indicators
    .flatMap(({ id, ref }) => {
      const own = of(id);
      const now = indicatorIn(own)(month);
      return now ? [{ id, ref, now, every: atMonth(own.dueRules, month)?.every ?? null }] : [];
    })
    .sort(inOrder)
    .map(({ id, ref, now: { measure, theme, precision, team }, every }) => ({
      ...{ id, ref, measure, theme: theme.name, precision, every },
      team: team && { id: team.id, name: team.name },
    }));
}

/** By which the form of many says over what it was filled in. */
export const seenSeveral = (rows: readonly Pick<SeveralRow, "id" | "team" | "every" | "precision">[]): string =>
  seenIn(rows.map(({ id, team, every, precision }) => `${id} ${team?.id} ${every} ${precision}`));
