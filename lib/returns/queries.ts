import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { remembered } from "#lib/access/remembered";
import { listSavedActuals } from "#lib/actuals/queries";
import { askedCells } from "#lib/returns/asked-cells";
import { pageOfReturn, type ReturnPage, rowsOnPage } from "#lib/returns/page-of-return";
import type { ReturnLine } from "#lib/returns/return-lines";
import { type ReadPart, returnParts } from "#lib/returns/return-parts";
import { everyIndicator, listAskedRows, listReturnRows, type ReturnRows, type Wanted } from "#lib/returns/return-rows";
import type { Month, MonthState } from "#lib/rules/month";
import { nextToWrite } from "#lib/rules/still-wanted";

/** A month's return in a list: how many of the figures asked for are given or explained. */
export type ReturnSummary = { month: Month; state: MonthState; due: number; given: number; returns: ReturnLine[] };

/** A page of a return, how many figures all of it asks for and has, and whether its month was opened in a scorecard of their teams. */
export type Return = ReturnPage<ReadPart> & { due: number; given: number; isOpened: boolean; returns: ReturnLine[] };

/** A month that is open, with what its return still asks for. */
export type OpenReturn = { month: Month; parts: ReadPart[] };

/**
 * A page of what the person's teams answer for in a month, by scorecard; only what they lead. Of more than a page, first
 * what is asked for is read, and then no more than the page's rows.
 */
export async function getReturn(actor: PersonActor, month: Month, page = 1): Promise<Return> {
  const { rows, parts } = await readParts(actor, month, { most: rowsOnPage });
  const isLarge = rows.some(({ count }) => count > rowsOnPage);
  if (isLarge) return getLargeReturn(actor, month, page);
  const all = parts.flatMap((part) => part.rows);
  const given = all.filter(({ actual }) => actual?.value != null || actual?.missing != null).length;
  return {
    ...pageOfReturn(parts, page),
    due: all.length,
    given,
    isOpened: isOpenedIn(rows, month),
    returns: parts.flatMap(({ returns }) => returns),
  };
}

/** What the person's teams answer for in a month, by scorecard and in the order of the return's rows, however many pages it has. */
export async function listRowsOfReturn(actor: PersonActor, month: Month) {
  return (await listAskedRows(actor, { month })).flatMap((each) => askedCells(actor, each));
}

async function getLargeReturn(actor: PersonActor, month: Month, asked: number): Promise<Return> {
  const whole = await listRowsOfReturn(actor, month);
  const { parts, page, pages } = pageOfReturn(whole, asked);
  const all = whole.flatMap(({ rows }) => rows);
  const ids = parts.flatMap(({ rows }) => rows.map(({ indicatorId }) => indicatorId));
  return {
    parts: (await readParts(actor, month, { ids })).parts,
    page,
    pages,
    due: all.length,
    given: all.filter(({ isGiven }) => isGiven).length,
    isOpened: true,
    returns: whole.flatMap(({ returns }) => returns),
  };
}

/** In a scorecard in which something is, or was, the person's teams'. */
const isOpenedIn = (rows: readonly Pick<ReturnRows, "months" | "indicators">[], month: Month) =>
  rows.some(({ months, indicators }) => indicators.length > 0 && months.some((each) => each.month === month));

/** After one comment of a month was written: the next that the person's returns of that month ask for, and how many are left. */
export async function getNextToWrite(actor: PersonActor, month: Month, written: string) {
  const rows = await listReturnRows(actor, { month }, everyIndicator);
  const parts = rows.flatMap((each) => returnParts(actor, each));
  return nextToWrite(parts, written);
}

async function readParts(actor: PersonActor, month: Month, wanted: Wanted) {
  const { rows, saved } = await remembered(actor, ["return", month, wanted], async () => {
    const found = await listReturnRows(actor, { month }, wanted);
    const ids = found.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    return { rows: found, saved: await listSavedActuals(database(), ids, month) };
  });
  const savedBy = new Map(saved.map((each) => [each.indicatorId, each]));
  const parts = rows.flatMap((each) => returnParts(actor, each, savedBy));
  return { rows, parts: parts.filter(({ rows: asked }) => asked.length > 0) };
}

/** The last few months that are open, the earliest first, and how many more are. */
export async function listOpenReturns(actor: PersonActor): Promise<{ returns: OpenReturn[]; more: number }> {
  const rows = await remembered(actor, ["open returns"], () => listReturnRows(actor, "last open", everyIndicator));
  const parts = rows
    .flatMap((each) => returnParts(actor, each))
    .filter(({ state, rows: asked }) => state === "open" && asked.length > 0);
  const open = new Set(
    rows.flatMap(({ months, from }) =>
      months.flatMap(({ month, closedAt }) => (closedAt === null && month < from ? month : [])),
    ),
  );
  const returns = [...Map.groupBy(parts, ({ month }) => month)]
    .map(([month, ofMonth]) => ({ month, parts: ofMonth }))
    .sort((a, b) => a.month.localeCompare(b.month));
  return { returns, more: open.size };
}

/**
 * The returns of twelve months, the newest first, before a month or of the last ones opened; a month open in one scorecard
 * is open. `earlier`: the month before which there are more.
 */
export async function listReturns(
  actor: PersonActor,
  before: Month | null = null,
): Promise<{ returns: ReturnSummary[]; earlier: Month | null }> {
  const rows = await listAskedRows(actor, { before });
  const summaries = rows.flatMap((each) =>
    askedCells(actor, each).map(({ month, state, rows: asked, returns: ofMonth }) => {
      const given = asked.filter(({ isGiven }) => isGiven).length;
      return { month, state, due: asked.length, given, returns: ofMonth };
    }),
  );
  const returns = [...Map.groupBy(summaries, ({ month }) => month)]
    .map(([month, parts]) => ({
      month,
      state: parts.some(({ state }) => state === "open") ? ("open" as const) : ("closed" as const),
      due: parts.reduce((sum, { due }) => sum + due, 0),
      given: parts.reduce((sum, { given }) => sum + given, 0),
      returns: parts.flatMap(({ returns: ofScorecard }) => ofScorecard),
    }))
    .sort((a, b) => b.month.localeCompare(a.month));
  const earlier = rows.find(({ months, from }) => months.some(({ month }) => month < from))?.from ?? null;
  return { returns, earlier };
}
