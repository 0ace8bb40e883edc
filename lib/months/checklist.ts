import { createHash } from "node:crypto";
import type { MonthCell } from "#lib/months/month-cells";
import type { Submission } from "#lib/returns/submission-rows";
import { type CommentState, isWaiting } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { dateName, momentName } from "#lib/rules/moment";
import type { Month } from "#lib/rules/month";
import { isStale } from "#lib/rules/stale-benchmark";
import { isUnexplained, unexplained } from "#lib/rules/what-stops";
import { whyRequired } from "#lib/scorecards/why-required";
import { whyUnusual } from "#lib/scorecards/why-unusual";

/** Those that stand in the way of closing a month, then those to be known before. */
export type CheckKind =
  | ("earlier" | "figure" | "comment" | "return")
  | ("asked" | "imported" | "late" | "waiting" | "provisional" | "estimated" | "benchmark" | "unusual");

/**
 * One thing to look at, with the words that go on after it: about one indicator, by its ref, about a team's return, by the
 * team's slug, or about an earlier month.
 */
export type Check = {
  kind: CheckKind;
  indicatorId: string | null;
  ref: string;
  team: string | null;
  words: string;
};

/** How a month's returns were submitted, the teams they may be of, and what else stands round it. */
export type MonthAround = {
  /** The months before it that are open. */
  openBefore: readonly Month[];
  /** Whether the month came closed with an import, which asked nobody here for a return. */
  cameClosed: boolean;
  submissions: readonly Submission[];
  teams: readonly { id: string; slug: string }[];
  timeZone: string;
};

/** `seen`: by which a form says what its sender saw standing in the way. */
export type Checklist = { blockers: Check[]; warnings: Check[]; seen: string };

/** What there is to look at before a month is closed, in the scorecard's order. */
export function checklistOf(cells: readonly MonthCell[], figuresDue: string | null, around: MonthAround): Checklist {
  const blockers = [
    ...around.openBefore.map(stillOpen),
    ...cells.flatMap((each) => [...noFigure(each), ...noApproval(each)]),
    ...(around.cameClosed ? [] : notSubmitted(cells, around)),
  ];
  return {
    blockers,
    seen: digestOf(blockers),
    warnings: [
      ...askedToBeReopened(cells, around),
      ...cells.flatMap((each) => [
        ...imported(each),
        ...late(each, figuresDue),
        ...waiting(each),
        ...flagged(each),
        ...stale(each),
        ...farOut(each),
      ]),
    ],
  };
}

/** An edition shows the months before its own as well, and of those that are open nothing. */
const stillOpen = (month: Month): Check => ({
  kind: "earlier",
  indicatorId: null,
  ref: month,
  team: null,
  words: "still open, so an edition shows nothing of it",
});

const digestOf = (blockers: readonly Check[]): string =>
  createHash("sha256")
    .update(JSON.stringify(blockers.map(({ kind, indicatorId, ref }) => `${kind} ${indicatorId ?? ref}`).toSorted()))
    .digest("hex")
    .slice(0, 16);

const check = ({ indicator: { id, ref }, cell }: MonthCell, kind: CheckKind, words: string): Check[] => [
  { kind, indicatorId: id, ref, team: cell.at.team?.name ?? null, words },
];

function noFigure(each: MonthCell): Check[] {
  const { cell } = each;
  if (!isUnexplained(cell)) return [];
  const nobody = cell.at.team ? "" : "; no team answers for it";
  return check(each, "figure", `${unexplained}${nobody}`);
}

/** The teams of which something is due, with their names. */
const teamsAsked = (cells: readonly MonthCell[]) =>
  new Map(cells.flatMap(({ cell: { isDue, at } }) => (isDue && at.team ? [[at.team.id, at.team.name]] : [])));

/** What nobody has answered by the closing, nobody can answer after it. */
function askedToBeReopened(cells: readonly MonthCell[], { submissions, teams }: MonthAround): Check[] {
  return [...teamsAsked(cells)].flatMap(([teamId, team]) => {
    const asked = submissions.find((each) => each.teamId === teamId && each.askedAt !== null);
    if (!asked) return [];
    const ref = teams.find(({ id }) => id === teamId)?.slug ?? "";
    const words = `asked to be reopened by ${apart(asked.askedBy ?? "")}: “${apart(asked.askedReason ?? "")}”`;
    return [{ kind: "asked", indicatorId: null, ref, team, words }];
  });
}

/** Each team of which something is due hands in its return, and one that is open again is not handed in. */
function notSubmitted(cells: readonly MonthCell[], { submissions, teams, timeZone }: MonthAround): Check[] {
  return [...teamsAsked(cells)].flatMap(([teamId, team]) => {
    const submission = submissions.find((each) => each.teamId === teamId);
    if (submission && !submission.isReopened) return [];
    const until = submission?.reopenedUntil && momentName(submission.reopenedUntil, timeZone);
    const ref = teams.find(({ id }) => id === teamId)?.slug ?? "";
    return [
      { kind: "return", indicatorId: null, ref, team, words: until ? `reopened until ${until}` : "not submitted" },
    ];
  });
}

const standing: Partial<Record<CommentState["state"], string>> = {
  none: "none was submitted",
  submitted: "it waits for its head of service",
  returned: "it was returned to its team lead",
  lapsed: "its approval lapsed",
  "approval withdrawn": "its approval was withdrawn",
  withdrawn: "it was withdrawn",
};

/** What came with an import was explained before Candour, and its lead is not asked for other words. */
function imported(each: MonthCell): Check[] {
  const why = whyRequired(each);
  if (why.length === 0 || each.isApproved || each.comment.state !== "imported") return [];
  return check(
    each,
    "imported",
    `its comment stands as imported, approved by nobody, and one is required: ${why.join(", ")}`,
  );
}

function noApproval(each: MonthCell): Check[] {
  const why = whyRequired(each);
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
  if (!isWaiting(each.comment) || (whyRequired(each).length > 0 && !each.isApproved)) return [];
  return check(
    each,
    "waiting",
    "its comment waits for its head of service; returned, it could not be written anew before the month is published",
  );
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
  return check(each, "benchmark", `compared with ${apart(at.benchmark.name)} of ${at.benchmark.year}`);
}

/** Also where its comment is approved: a figure that is far from its own history is worth a second look. */
function farOut(each: MonthCell): Check[] {
  const why = whyUnusual(each);
  return why === null ? [] : check(each, "unusual", `the figure is ${why}`);
}
