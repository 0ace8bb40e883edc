import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { madeOnce } from "#db/made-once";
import { actual } from "#db/schema/actuals";
import { dueRule, indicator, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { team } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { Unit } from "#db/vocabulary";
import { markOf, wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import {
  askedIndicator,
  askedMonth,
  askedMonthText,
  askedPlaces,
  type CellPlace,
  placeKey,
  placesOf,
} from "#lib/actuals/cell-places";
import { figureColumns } from "#lib/actuals/content-columns";
import { earlierFigures, rebasedMonths } from "#lib/actuals/earlier-figures";
import { explained, isImported } from "#lib/actuals/relied-on";
import { submittedReturn } from "#lib/actuals/submitted-columns";
import { isPublished } from "#lib/audit/is-published";
import { Refusal } from "#lib/audit/refusal";
import { holdingIn, joined } from "#lib/indicators/holding";
import type { ActualContent } from "#lib/rules/actual";
import { isDue } from "#lib/rules/due";
import { addMonths, type Month, monthState } from "#lib/rules/month";
import type { SubmittedReturn } from "#lib/rules/submitted-return";
import type { EarlierFigure } from "#lib/rules/usual-limits";

/** One indicator's cell for one month: what is asked of it, whose it is, and what stands there. */
export type Cell = ReturnType<typeof cellOf>;

/** The same as it goes on standing until the transaction ends. */
export type LockedCell = Cell;

/**
 * One indicator's cell for one month, as it goes on standing until the transaction ends: its month does not close, its
 * actual does not change. Who may write there is asked apart. Throws NOT_FOUND.
 */
export async function lockCell(
  tx: Database,
  actor: PersonActor,
  indicatorId: string,
  month: Month,
): Promise<LockedCell> {
  const [cell] = await lockCells(tx, actor, [{ indicatorId, month }]);
  return cell!;
}

/** The same of any number of cells, in the order they were asked for. Throws NOT_FOUND if one of them is not there. */
export async function lockCells(tx: Database, actor: PersonActor, cells: readonly CellPlace[]): Promise<LockedCell[]> {
  const found = await findCells(tx, actor, cells, { lock: true });
  return cells.map((place) => {
    const cell = found.get(placeKey(place));
    if (!cell) throw new Refusal("NOT_FOUND", "There is no such indicator in that month.");
    return cell;
  });
}

/**
 * Any number of cells by their place, in one statement, with what relies on their figures; those that are not there are left out. What waits for a lock answers
 * its row as it is after the wait; the actual is asked for behind the month, so that all who write lock in one order.
 */
export async function findCells(
  tx: Database,
  actor: PersonActor,
  cells: readonly CellPlace[],
  { lock = false } = {},
): Promise<Map<string, Cell>> {
  const found = await askCells(tx, { lock }, { ...placesOf(cells), organisation: actor.organisation.id });
  return new Map(found.map((row) => [placeKey(row), cellOf(row)]));
}

const askCells = madeOnce((tx, { lock }: { lock: boolean }) => {
  const [share, update] = [sql.raw(lock ? "for share" : ""), sql.raw(lock ? "for update" : "")];
  const openedMonth = sql`lateral (select m.* from ${scorecardMonth} m
    where m.scorecard_id = ${indicator.scorecardId} and m.month = ${askedMonth} ${share}) as ${scorecardMonth}`;
  const present = sql`lateral (select a.* from ${actual} a
    where a.indicator_id = ${indicator.id} and a.month = ${scorecardMonth.month} ${update}) as ${actual}`;
  return tx
    .select({
      indicatorId: indicator.id,
      ref: indicator.ref,
      scorecardId: indicator.scorecardId,
      month: askedMonthText,
      ...joined({ unit: indicatorDefinition.unit, precision: indicatorDefinition.precision }),
      teamId: team.id,
      team: team.name,
      rule: joined({ fromMonth: dueRule.fromMonth, every: dueRule.every }),
      opened: { ...joined({ openedAt: scorecardMonth.openedAt, closedAt: scorecardMonth.closedAt }), isPublished },
      submitted: submittedReturn({ scorecard: indicator.scorecardId, month: askedMonth, team: team.id }),
      earlier: earlierFigures(indicator.id, { from: askedMonth }),
      rebasedFrom: rebasedMonths(indicator.id),
      present: {
        ...joined({ id: actual.id, version: actual.version, ...figureColumns }),
        note: wordsOf(actual.note),
        redacted: markOf(actual.note),
      },
      isImported,
      ...explained(askedMonth),
    })
    .from(askedPlaces)
    .innerJoin(indicator, eq(indicator.id, askedIndicator))
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(holdingIn("definition", indicator.id, askedMonth), sql`true`)
    .leftJoin(holdingIn("team", indicator.id, askedMonth), sql`true`)
    .leftJoin(team, eq(team.id, indicatorTeam.teamId))
    .leftJoin(holdingIn("due_rule", indicator.id, askedMonth), sql`true`)
    .leftJoin(openedMonth, sql`true`)
    .leftJoin(present, sql`true`)
    .where(eq(scorecard.organisationId, sql.placeholder("organisation")));
});

type Row = CellPlace & {
  ref: string;
  scorecardId: string;
  unit: Unit;
  precision: number;
  teamId: string | null;
  team: string | null;
  rule: { fromMonth: Month | null; every: number };
  opened: { openedAt: Date | null; closedAt: Date | null; isPublished: boolean };
  submitted: SubmittedReturn | null;
  earlier: EarlierFigure[];
  rebasedFrom: Month[];
  present: ActualContent & { id: string | null; version: number };
  isImported: boolean;
  isSubmitted: boolean;
  approvedAt: Date | null;
};

function cellOf({ rule, opened, present, isImported: wasImported, isSubmitted, approvedAt, ...cell }: Row) {
  const { id } = present;
  const due = rule.fromMonth === null ? null : { ...rule, fromMonth: rule.fromMonth };
  return {
    ...cell,
    monthState: monthState(opened.openedAt === null ? undefined : opened),
    rule: due,
    isDue: isDue(due, cell.month),
    previous: lastOf(cell.earlier, cell.month),
    present: id === null ? null : { ...present, id },
    relied: { isImported: wasImported, isSubmitted, approvedAt },
  };
}

/** The last figure within the twelve months before. */
function lastOf(earlier: readonly EarlierFigure[], month: Month): string | null {
  const last = earlier.at(-1);
  return last && last.month >= addMonths(month, -12) ? last.value : null;
}
