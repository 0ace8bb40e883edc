import { type PersonActor, type Team, teamsOf } from "#lib/access/actor";
import type { Submission } from "#lib/returns/submission-rows";
import type { Month, MonthState } from "#lib/rules/month";
import type { SheetCell, SheetScorecard } from "#lib/scorecards/sheet";

/** One team's return of a month in a scorecard, at a glance: how much of it is given, or explained by a symbol, and whether it is submitted. */
export type ReturnLine = {
  scorecard: { slug: string; name: string };
  team: Team;
  month: Month;
  monthState: MonthState;
  figuresDue: string | null;
  commentaryDue: string | null;
  due: number;
  given: number;
  explained: number;
  submission: Submission | null;
};

type Opened = Pick<ReturnLine, "figuresDue" | "commentaryDue"> & { month: Month; state: MonthState };
type Cell = { at: SheetCell["at"]; actual: Pick<NonNullable<SheetCell["actual"]>, "value" | "missing"> | null };

/** A lead's returns of one month in a scorecard, by team, from the cells that are asked of them. */
export function returnLines(
  actor: PersonActor,
  { slug, name }: Pick<SheetScorecard, "slug" | "name">,
  { month, state, figuresDue, commentaryDue }: Opened,
  { cells, submissions }: { cells: readonly Cell[]; submissions: readonly Submission[] },
): ReturnLine[] {
  return teamsOf(actor, "team lead").flatMap((team) => {
    const own = cells.filter(({ at }) => at.team?.id === team.id);
    if (own.length === 0) return [];
    return [
      {
        scorecard: { slug, name },
        team,
        month,
        monthState: state,
        figuresDue,
        commentaryDue,
        due: own.length,
        given: own.filter(({ actual }) => actual?.value != null).length,
        explained: own.filter(({ actual }) => actual?.missing != null).length,
        submission: submissions.find((each) => each.teamId === team.id && each.month === month) ?? null,
      },
    ];
  });
}
