import { randomUUID } from "node:crypto";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { ReadActual } from "#lib/actuals/queries";
import { showActual } from "#lib/actuals/shown-actual";
import type { ActualContent } from "#lib/rules/actual";
import { asksWhy } from "#lib/rules/asks-why";
import { edgeFrom } from "#lib/rules/band";
import type { CommentState, Explained } from "#lib/rules/commentary-status";
import { areComparable, type Grade, type Level, levelOf } from "#lib/rules/labels";
import type { Milestone } from "#lib/rules/milestone";
import { dayName } from "#lib/rules/moment";
import type { Month } from "#lib/rules/month";
import { whyNotRecord } from "#lib/rules/recording";
import { type RowComment, rowComment } from "#lib/rules/row-comment";
import type { SubmittedReturn } from "#lib/rules/submitted-return";
import type { UsualLimits } from "#lib/rules/unusual";
import type { IndicatorAt, SheetCell } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";
import { usualOf } from "#lib/scorecards/why-unusual";

/** One indicator's row of a team's return. */
export type ReturnRow = Pick<
  IndicatorAt,
  "measure" | "unit" | "precision" | "direction" | "numeratorLabel" | "denominatorLabel" | "bands"
> & {
  indicatorId: string;
  ref: string;
  milestone: Milestone | null;
  /** Its previous due month, with the level earned then, and the grade where it can be compared; null when none was due within a year. */
  previous: { month: Month; actual: ActualContent | null; level: Level | null; grade: Grade | null } | null;
  /** Between which figures this month's is usual; null where there are too few before. */
  usual: UsualLimits | null;
  actual: ActualContent | null;
  /** The version seen: 0 when nobody has written it. */
  version: number;
  /** "Saved 09:28" */
  saved: string | null;
  whyNot: string | null;
  request: string;
  /** What is said before its figure is changed, where that asks for a reason; else null. */
  asksWhy: string | null;
  comment: RowComment;
};

/** What a return asks of a person: the cells that are due, or were given, of the teams they lead. */
export function isAsked(actor: PersonActor, cell: SheetCell | undefined): cell is SheetCell {
  if (!cell || !(cell.isDue || cell.actual)) return false;
  return leadsTeam(actor, cell);
}

/** The row of what changed in its month, with what was saved there and where its comment stands. */
export function returnRow(
  actor: PersonActor,
  { indicator, cell, before }: Change,
  {
    saved,
    submitted,
    comment,
    explained,
  }: {
    saved: ReadActual | undefined;
    submitted: SubmittedReturn | null;
    comment: CommentState | undefined;
    explained: Explained;
  },
): ReturnRow {
  const { measure, unit, precision, direction, numeratorLabel, denominatorLabel, bands, team } = cell.at;
  const { id, ref } = indicator;
  const planned = cell.milestone?.milestone;
  const shown = saved && showActual(actor, saved);
  const whyNot = whyNotRecord({
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: leadsTeam(actor, cell),
    ref,
    team: team?.name ?? null,
    month: cell.month,
    monthState: cell.state,
    submitted,
    timeZone: actor.organisation.timeZone,
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
    milestone: planned ? { asTyped: planned.asTyped, ...edgeFrom(planned), direction } : null,
    previous: cell.previousDue && {
      month: cell.previousDue,
      actual: before?.actual ? contentOf(before.actual) : null,
      level: before && levelOf(before.labels, before.grade),
      grade: before && areComparable(before.labels, cell.labels) ? before.grade : null,
    },
    usual: usualOf({ indicator, cell }),
    actual: shown?.content ?? (cell.actual && contentOf(cell.actual)),
    version: shown?.version ?? 0,
    saved: shown?.saved ?? null,
    whyNot: whyNot?.message ?? null,
    request: randomUUID(),
    asksWhy: whyNot
      ? null
      : asksWhy({
          isImported: saved?.isImported ?? false,
          isSubmitted: explained.isSubmitted,
          approvedOn: explained.approvedAt && dayName(explained.approvedAt, actor.organisation.timeZone),
        }),
    comment: rowComment(comment),
  };
}

/** Without the keys of the row that it was read from. */
const contentOf = ({ value, numerator, denominator, missing, note, provisional, estimated }: ActualContent) => {
  return { value, numerator, denominator, missing, note, provisional, estimated };
};

const leadsTeam = (actor: PersonActor, { at }: SheetCell) =>
  teamsOf(actor, "team lead").some(({ id }) => id === at.team?.id);
