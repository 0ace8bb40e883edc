import { randomUUID } from "node:crypto";
import { database } from "#db/client";
import { type Actor, holds, teamsOf } from "#lib/access/actor";
import { listSavedActuals, type SavedActual } from "#lib/actuals/queries";
import { showActual } from "#lib/actuals/shown-actual";
import { listCommentStates } from "#lib/commentary/queries";
import { type RowComment, rowComment } from "#lib/returns/row-comment";
import type { ActualContent } from "#lib/rules/actual";
import type { CommentState } from "#lib/rules/commentary-status";
import type { Labels } from "#lib/rules/grade";
import type { Milestone } from "#lib/rules/milestone";
import { type Month, type MonthState, previousMonth } from "#lib/rules/month";
import { whyNotRecord } from "#lib/rules/recording";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { listScorecards } from "#lib/scorecards/list-scorecards";
import type { IndicatorAt, SheetIndicator, SheetScorecard } from "#lib/scorecards/sheet";

/** One indicator's row of a team's return. */
export type ReturnRow = Pick<
  IndicatorAt,
  "measure" | "unit" | "precision" | "direction" | "numeratorLabel" | "denominatorLabel" | "bands"
> & {
  indicatorId: string;
  ref: string;
  milestone: Milestone | null;
  previous: ActualContent | null;
  actual: ActualContent | null;
  /** The version seen: 0 when nobody has written it. */
  version: number;
  /** "Saved 09:28" */
  saved: string | null;
  whyNot: string | null;
  request: string;
  comment: RowComment;
};

/** A team's return for a month: what is due from the person's teams in one scorecard. */
export type ReturnPart = {
  scorecard: { slug: string; name: string };
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  labels: Labels;
  rows: ReturnRow[];
};

/** What the person's teams answer for in a month, by scorecard; only what they lead. */
export async function getReturn(actor: Actor, month: Month): Promise<ReturnPart[]> {
  const parts = await Promise.all((await leadScorecards(actor)).map((scorecard) => getPart(actor, scorecard, month)));
  return parts.filter(({ rows }) => rows.length > 0);
}

/** The months that the person's teams have a return for, newest first, with how many of the figures due are given. */
export async function listReturns(actor: Actor) {
  const scorecards = await leadScorecards(actor);
  const months = [...new Set(scorecards.flatMap((scorecard) => scorecard.months.map(({ month }) => month)))];
  const returns = await Promise.all(
    months
      .sort()
      .reverse()
      .map(async (month) => ({ month, parts: await getReturn(actor, month) })),
  );
  return returns
    .filter(({ parts }) => parts.length > 0)
    .map(({ month, parts }) => {
      const rows = parts.flatMap((part) => part.rows);
      return {
        month,
        state: parts.some(({ state }) => state === "open") ? ("open" as const) : ("closed" as const),
        figuresDue: parts.find((part) => part.figuresDue)?.figuresDue ?? null,
        due: rows.length,
        given: rows.filter(({ actual }) => actual?.value != null || actual?.missing != null).length,
      };
    });
}

async function leadScorecards(actor: Actor): Promise<SheetScorecard[]> {
  const found = await Promise.all((await listScorecards(actor)).map(({ slug }) => getScorecard(actor, slug)));
  return found.filter((scorecard) => scorecard !== null);
}

async function getPart(actor: Actor, scorecard: SheetScorecard, month: Month): Promise<ReturnPart> {
  const opened = scorecard.months.find((each) => each.month === month);
  const sheet = await getSheet(actor, scorecard, { from: previousMonth(month), to: month });
  const teams = new Set(teamsOf(actor, "team lead").map(({ id }) => id));
  const own = sheet.indicators.filter(({ cells }) => {
    const cell = cells.get(month);
    return cell && (cell.isDue || cell.actual) && cell.at.team && teams.has(cell.at.team.id);
  });
  const ids = own.map(({ id }) => id);
  const [saved, comments] = await Promise.all([
    listSavedActuals(database(), ids, month),
    listCommentStates(actor, scorecard.id, month),
  ]);
  const byIndicator = new Map(saved.map((each) => [each.indicatorId, each]));
  return {
    scorecard: { slug: scorecard.slug, name: scorecard.name },
    state: opened?.state ?? "not opened",
    figuresDue: opened?.figuresDue ?? null,
    commentaryDue: opened?.commentaryDue ?? null,
    labels: sheet.labels,
    rows: own.map((indicator) =>
      rowOf(actor, indicator, month, byIndicator.get(indicator.id) ?? null, comments.get(indicator.id)),
    ),
  };
}

function rowOf(
  actor: Actor,
  { id, ref, cells }: SheetIndicator,
  month: Month,
  saved: SavedActual | null,
  comment: CommentState | undefined,
): ReturnRow {
  const cell = cells.get(month);
  if (!cell) throw new Error(`${ref} has no cell for ${month}.`);
  const { measure, unit, precision, direction, numeratorLabel, denominatorLabel, bands, team } = cell.at;
  const shown = saved && showActual(actor, saved);
  const whyNot = whyNotRecord({
    isTeamLead: holds(actor, "team lead"),
    leadsTeam: teamsOf(actor, "team lead").some((led) => led.id === team?.id),
    ref,
    team: team?.name ?? null,
    month,
    monthState: cell.state,
    isDue: cell.isDue,
  });
  return {
    ...{ measure, unit, precision, direction, numeratorLabel, denominatorLabel, bands },
    indicatorId: id,
    ref,
    milestone: cell.milestone?.milestone ?? null,
    previous: cells.get(previousMonth(month))?.actual ?? null,
    actual: shown?.content ?? null,
    version: shown?.version ?? 0,
    saved: shown?.saved ?? null,
    whyNot: whyNot?.message ?? null,
    request: randomUUID(),
    comment: rowComment(comment),
  };
}
