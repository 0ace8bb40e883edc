import type { MonthStanding, TeamStanding } from "#lib/months/get-standing";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { dateName, dayName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A team's line: its name, where its return is, how many figures are given of how many, and which of its comments wait and since when, and its return. */
type TeamLine = readonly [name: string, href: string, given: number, due: number, waiting: string, state: string];

/** An open month as home shows it, in finished words. */
export type StandingView = { title: string; when: string; teams: TeamLine[]; more: number };

/** How many teams a month names; those that most is wanted of come first. */
const named = 6;

/** Of a month its scorecard is named where there are several. */
export function standingView(months: readonly MonthStanding[], timeZone: string): StandingView[] {
  const hasSeveral = new Set(months.map(({ scorecard }) => scorecard.slug)).size > 1;
  return months.map(({ scorecard, month, figuresDue, commentaryDue, teams }) => ({
    title: hasSeveral ? `${monthName(month)}, ${apart(scorecard.name)}` : monthName(month),
    when:
      figuresDue && commentaryDue
        ? `Figures due by ${dateName(figuresDue)}, commentary by ${dateName(commentaryDue)}.`
        : "Without dates.",
    teams: teams
      .slice(0, named)
      .map(
        (team): TeamLine => [
          team.name,
          paths.teamReturn({ slug: scorecard.slug, team: team.slug, month }),
          team.given,
          team.due,
          team.since === null ? "none" : `${team.waiting}, since ${dayName(new Date(team.since), timeZone)}`,
          returnWords(team, timeZone),
        ],
      ),
    more: Math.max(0, teams.length - named),
  }));
}

function returnWords({ submittedAt, isReopened }: TeamStanding, timeZone: string): string {
  if (submittedAt === null) return "not submitted";
  return isReopened ? "reopened" : `submitted ${dayName(new Date(submittedAt), timeZone)}`;
}
