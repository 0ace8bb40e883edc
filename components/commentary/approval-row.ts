import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import type { MissingSymbol } from "#db/vocabulary";
import type { WaitingGroup } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";
import type { CommentState } from "#lib/rules/commentary-status";
import { formatFigure } from "#lib/rules/figure";
import { type Level, levelOf } from "#lib/rules/labels";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A figure with its level's place among those of the list and its flags (p, e), or which kind of none it is. */
export type RowFigure = MissingSymbol | "blank" | readonly [figure: string, level: number | null, flags?: string];

/**
 * One comment of the queue in finished words. It says "December 2013 · Assessment · submitted 14 January 2014, 09:32"; under a
 * heading that says where, when alone. At the end what is the matter with it, where that is more, and why its approval lapsed.
 */
export type ApprovalRow = readonly [
  revision: string,
  ref: string,
  measure: string,
  said: string,
  figure: RowFigure,
  state?: CommentState["state"],
  because?: string,
];

/** Comments under a heading, where they have one, and how far those of it are decided. */
export type ApprovalRowList = { title?: string; progress?: string; rows: ApprovalRow[] };

/** Lists of comments, with the levels that their figures earn, each once. */
export type ApprovalRows = { lists: ApprovalRowList[]; levels: ShownLevel[] };

/** The rows of comments, without those that were withdrawn by their team leads. */
export function approvalRows(views: readonly HeadView[], timeZone: string): ApprovalRows {
  const { levels, placeOf } = levelList();
  return { lists: [{ rows: rowsOf(views, { timeZone, placeOf, isPlaced: true }) }], levels };
}

/** The same of what waits, by month and team: "4 of 13 decided". */
export function waitingRows(groups: readonly WaitingGroup[], timeZone: string, hasScorecards: boolean): ApprovalRows {
  const { levels, placeOf } = levelList();
  const lists = groups.map(({ group, views }): ApprovalRowList => {
    const rows = rowsOf(views, { timeZone, placeOf, isPlaced: group === null });
    if (group === null) return { title: "Put off", rows };
    const { month, team, scorecard, waiting, total } = group;
    const title = [monthName(month), team.name, hasScorecards && scorecard.name].filter(Boolean).join(" · ");
    return { title, progress: `${total - waiting} of ${total} decided`, rows };
  });
  return { lists, levels };
}

type Saying = { timeZone: string; placeOf: (level: Level) => number; isPlaced: boolean };

const rowsOf = (views: readonly HeadView[], { timeZone, placeOf, isPlaced }: Saying): ApprovalRow[] =>
  views.flatMap(({ cell, state }): ApprovalRow[] => {
    if (!("revision" in state)) return [];
    const { ref, measure } = cell;
    const place = isPlaced ? [monthName(cell.month), cell.team?.name] : [];
    const said = [...place, happened(state, timeZone)].filter(Boolean).join(" · ");
    const row = [state.revision.id, ref, measure, said, rowFigure(cell, placeOf)] as const;
    if (state.state === "lapsed") return [[...row, state.state, state.because]];
    return [state.state === "submitted" || state.state === "approved" ? row : [...row, state.state]];
  });

function rowFigure(
  { actual, present, labels, precision }: HeadView["cell"],
  placeOf: (level: Level) => number,
): RowFigure {
  if (actual?.value == null) return present.missing ?? "blank";
  const level = levelOf(labels, present.grade);
  const flags = (actual.provisional ? "p" : "") + (actual.estimated ? "e" : "");
  const figure = [formatFigure(actual.value, precision), level && placeOf(level)] as const;
  return flags ? [...figure, flags] : figure;
}

function happened(state: HeadView["state"], timeZone: string): string {
  if (state.state === "lapsed" && state.decision.lapsedAt) {
    return `lapsed ${momentName(state.decision.lapsedAt, timeZone)}`;
  }
  if ("decision" in state) return `${decided[state.decision.kind]} ${momentName(state.decision.decidedAt, timeZone)}`;
  if ("revision" in state && state.revision.submittedAt) {
    return `submitted ${momentName(state.revision.submittedAt, timeZone)}`;
  }
  return "imported";
}

const decided = { approved: "approved", returned: "returned", withdrawn: "approval withdrawn" };
