import { createHash } from "node:crypto";
import type { MonthCell } from "#lib/months/month-cells";
import { type CommentState, isWaiting, whyCommentRequired } from "#lib/rules/commentary-status";
import { areComparable } from "#lib/rules/labels";
import { dateName } from "#lib/rules/moment";
import { isStale } from "#lib/rules/stale-benchmark";

/** Those that stand in the way of closing a month, then those to be known before. */
export type CheckKind =
  | ("figure" | "comment")
  | ("imported" | "late" | "waiting" | "provisional" | "estimated" | "benchmark");

/** One thing to look at, about one indicator, with the words that go on after its ref. */
export type Check = { kind: CheckKind; indicatorId: string; ref: string; team: string | null; words: string };

/** `seen`: by which a form says what its sender saw standing in the way. */
export type Checklist = { blockers: Check[]; warnings: Check[]; seen: string };

/** What there is to look at before a month is closed, in the scorecard's order. */
export function checklistOf(cells: readonly MonthCell[], figuresDue: string | null): Checklist {
  const blockers = cells.flatMap((each) => [...noFigure(each), ...noApproval(each)]);
  return {
    blockers,
    seen: digestOf(blockers),
    warnings: cells.flatMap((each) => [
      ...imported(each),
      ...late(each, figuresDue),
      ...waiting(each),
      ...flagged(each),
      ...stale(each),
    ]),
  };
}

const digestOf = (blockers: readonly Check[]): string =>
  createHash("sha256")
    .update(JSON.stringify(blockers.map(({ kind, indicatorId }) => `${kind} ${indicatorId}`).toSorted()))
    .digest("hex")
    .slice(0, 16);

const check = ({ indicator: { id, ref }, cell }: MonthCell, kind: CheckKind, words: string): Check[] => [
  { kind, indicatorId: id, ref, team: cell.at.team?.name ?? null, words },
];

function noFigure(each: MonthCell): Check[] {
  const { cell } = each;
  if (!cell.isDue || cell.actual?.value != null || cell.actual?.missing != null) return [];
  const nobody = cell.at.team ? "" : "; no team answers for it";
  return check(each, "figure", `no figure, and no reason why there is none${nobody}`);
}

const standing: Partial<Record<CommentState["state"], string>> = {
  none: "none was submitted",
  submitted: "it waits for its head of service",
  returned: "it was returned to its team lead",
  lapsed: "its approval lapsed",
  "approval withdrawn": "its approval was withdrawn",
  withdrawn: "it was withdrawn",
};

/** Why a comment is required, by the figure that stands: the same rule as in its team's return. */
const required = ({ cell, before }: MonthCell) =>
  whyCommentRequired(
    {
      month: cell.month,
      grade: cell.grade,
      previous: before && {
        month: before.month,
        grade: areComparable(before.labels, cell.labels) ? before.grade : null,
      },
      milestoneMissed: cell.milestone?.state === "missed",
    },
    cell.labels,
  );

/** What came with an import was explained before Candour, and its lead is not asked for other words. */
function imported(each: MonthCell): Check[] {
  const why = required(each);
  if (why.length === 0 || each.isApproved || each.comment.state !== "imported") return [];
  return check(
    each,
    "imported",
    `its comment stands as imported, approved by nobody, and one is required: ${why.join(", ")}`,
  );
}

function noApproval(each: MonthCell): Check[] {
  const why = required(each);
  if (why.length === 0 || each.isApproved || each.comment.state === "imported") return [];
  const said = standing[each.comment.state] ?? "none was approved";
  return check(each, "comment", `${said}, and one is required: ${why.join(", ")}`);
}

function late(each: MonthCell, figuresDue: string | null): Check[] {
  if (each.timeliness !== "late" || !each.givenOn || !figuresDue) return [];
  return check(each, "late", `given on ${dateName(each.givenOn)}, after ${dateName(figuresDue)}`);
}

/** Of those that are required it is said above. */
function waiting(each: MonthCell): Check[] {
  if (!isWaiting(each.comment) || (required(each).length > 0 && !each.isApproved)) return [];
  return check(each, "waiting", "its comment waits for its head of service, and could not be returned any more");
}

function flagged(each: MonthCell): Check[] {
  const { actual } = each.cell;
  return [
    ...(actual?.provisional ? check(each, "provisional", "the figure is provisional") : []),
    ...(actual?.estimated ? check(each, "estimated", "the figure is estimated") : []),
  ];
}

function stale(each: MonthCell): Check[] {
  const { at, month, isDue } = each.cell;
  if (!isDue || !at.benchmark || !isStale(at.benchmark.year, month)) return [];
  return check(each, "benchmark", `compared with ${at.benchmark.name} of ${at.benchmark.year}`);
}
