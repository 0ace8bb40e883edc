import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { listSavedActuals } from "#lib/actuals/queries";
import { listCommentStates } from "#lib/commentary/queries";
import { isAsked, type ReturnRow, returnRow } from "#lib/returns/return-row";
import type { Labels } from "#lib/rules/labels";
import type { Month, MonthState } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { labelsAt } from "#lib/scorecards/labels-at";
import { listScorecards } from "#lib/scorecards/list-scorecards";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import { whatChanged } from "#lib/scorecards/what-changed";

/** A team's return for a month: what is asked of the person's teams in one scorecard. */
export type ReturnPart = {
  month: Month;
  scorecard: { slug: string; name: string };
  state: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  labels: Labels;
  rows: ReturnRow[];
};

/** A month's return in a list: how many of the figures asked for are given or explained. */
export type ReturnSummary = {
  month: Month;
  state: MonthState;
  due: number;
  given: number;
};

const listed = 12;

/** What the person's teams answer for in a month, by scorecard; only what they lead. */
export async function getReturn(actor: PersonActor, month: Month): Promise<ReturnPart[]> {
  const scorecards = await listWholeScorecards(actor);
  const parts = await Promise.all(scorecards.map((scorecard) => getPart(actor, scorecard, month)));
  return parts.filter(({ rows }) => rows.length > 0);
}

/** The returns of the last twelve months opened, newest first; a month open in one scorecard is open. */
export async function listReturns(actor: PersonActor): Promise<ReturnSummary[]> {
  const scorecards = await listWholeScorecards(actor);
  const summaries = (await Promise.all(scorecards.map((scorecard) => summarise(actor, scorecard)))).flat();
  return [...Map.groupBy(summaries, ({ month }) => month)]
    .map(([month, parts]) => ({
      month,
      state: parts.some(({ state }) => state === "open") ? ("open" as const) : ("closed" as const),
      due: parts.reduce((sum, { due }) => sum + due, 0),
      given: parts.reduce((sum, { given }) => sum + given, 0),
    }))
    .sort((a, b) => b.month.localeCompare(a.month));
}

async function getPart(actor: PersonActor, scorecard: SheetScorecard, month: Month): Promise<ReturnPart> {
  const opened = scorecard.months.find((each) => each.month === month);
  const sheet = await getSheet(actor, scorecard, { from: month, to: month });
  const asked = whatChanged(sheet, month).filter(({ cell }) => isAsked(actor, cell));
  const ids = asked.map(({ indicator }) => indicator.id);
  const [saved, comments] = await Promise.all([
    listSavedActuals(database(), ids, month),
    listCommentStates(actor, scorecard.id, month),
  ]);
  const savedBy = new Map(saved.map((each) => [each.indicatorId, each]));
  return {
    month,
    scorecard: { slug: scorecard.slug, name: scorecard.name },
    state: opened?.state ?? "not opened",
    figuresDue: opened?.figuresDue ?? null,
    commentaryDue: opened?.commentaryDue ?? null,
    labels: labelsAt(scorecard, month),
    rows: asked.map((change) =>
      returnRow(actor, change, {
        saved: savedBy.get(change.indicator.id),
        comment: comments.get(change.indicator.id),
      }),
    ),
  };
}

async function summarise(actor: PersonActor, scorecard: SheetScorecard): Promise<ReturnSummary[]> {
  const months = scorecard.months.slice(-listed);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const sheet = await getSheet(actor, scorecard, { from: first.month, to: last.month });
  return months.flatMap(({ month, state }) => {
    const cells = sheet.indicators
      .map((indicator) => indicator.cells.get(month))
      .filter((cell) => isAsked(actor, cell));
    const given = cells.filter(({ actual }) => actual?.value != null || actual?.missing != null).length;
    return cells.length > 0 ? { month, state, due: cells.length, given } : [];
  });
}

async function listWholeScorecards(actor: PersonActor): Promise<SheetScorecard[]> {
  const found = await Promise.all((await listScorecards(actor)).map(({ slug }) => getScorecard(actor, slug)));
  return found.filter((scorecard) => scorecard !== null);
}
