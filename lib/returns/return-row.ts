import { randomUUID } from "node:crypto";
import { type Actor, holds, teamsOf } from "#lib/access/actor";
import type { SavedActual } from "#lib/actuals/queries";
import { showActual } from "#lib/actuals/shown-actual";
import { type RowComment, rowComment } from "#lib/returns/row-comment";
import type { ActualContent } from "#lib/rules/actual";
import type { CommentState } from "#lib/rules/commentary-status";
import { areComparable, type Grade, type Level, levelOf } from "#lib/rules/labels";
import type { Milestone } from "#lib/rules/milestone";
import { type Month, previousMonth } from "#lib/rules/month";
import { whyNotRecord } from "#lib/rules/recording";
import type { IndicatorAt, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** One indicator's row of a team's return. */
export type ReturnRow = Pick<
  IndicatorAt,
  "measure" | "unit" | "precision" | "direction" | "numeratorLabel" | "denominatorLabel" | "bands"
> & {
  indicatorId: string;
  ref: string;
  milestone: Milestone | null;
  previous: ActualContent | null;
  /** What the previous figure earned in its own month. */
  previousLevel: Level | null;
  /** The same as a grade, where it can be compared with this month's. */
  previousGrade: Grade | null;
  actual: ActualContent | null;
  /** The version seen: 0 when nobody has written it. */
  version: number;
  /** "Saved 09:28" */
  saved: string | null;
  whyNot: string | null;
  request: string;
  comment: RowComment;
};

/** What a return asks of a person: the cells that are due, or were given, of the teams they lead. */
export function isAsked(actor: Actor, cell: SheetCell | undefined): cell is SheetCell {
  if (!cell || !(cell.isDue || cell.actual)) return false;
  return leadsTeam(actor, cell);
}

export function returnRow(
  actor: Actor,
  { id, ref, cells }: SheetIndicator,
  month: Month,
  { saved, comment }: { saved: SavedActual | undefined; comment: CommentState | undefined },
): ReturnRow {
  const cell = cells.get(month);
  if (!cell) throw new Error(`${ref} has no cell for ${month}.`);
  const { measure, unit, precision, direction, numeratorLabel, denominatorLabel, bands, team } = cell.at;
  const before = cells.get(previousMonth(month));
  const shown = saved && showActual(actor, saved);
  const whyNot = whyNotRecord({
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: leadsTeam(actor, cell),
    ref,
    team: team?.name ?? null,
    month,
    monthState: cell.state,
    isDue: cell.isDue,
  });
  return {
    indicatorId: id,
    ref,
    measure,
    unit,
    precision,
    direction,
    numeratorLabel,
    denominatorLabel,
    bands,
    milestone: cell.milestone?.milestone ?? null,
    previous: before?.actual ?? null,
    previousLevel: before ? levelOf(before.labels, before.grade) : null,
    previousGrade: before && areComparable(before.labels, cell.labels) ? before.grade : null,
    actual: shown?.content ?? null,
    version: shown?.version ?? 0,
    saved: shown?.saved ?? null,
    whyNot: whyNot?.message ?? null,
    request: randomUUID(),
    comment: rowComment(comment),
  };
}

const leadsTeam = (actor: Actor, { at }: SheetCell) => teamsOf(actor, "team lead").some(({ id }) => id === at.team?.id);
