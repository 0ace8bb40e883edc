import { and, asc, eq, isNull, min } from "drizzle-orm";
import { database } from "#db/client";
import { scorecardLabelSet, section, theme } from "#db/schema/scorecards";
import type { PersonActor } from "#lib/access/actor";
import { listTeams } from "#lib/people/list-teams";
import { addMonths, isClosed, type Month, monthRange, nextMonth } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import { getScorecard } from "#lib/scorecards/get-scorecard";

const ahead = 24;

/** What there is to choose from where an indicator is added; null where there is no such scorecard. */
export async function getAdding(actor: PersonActor, slug: string, today: Month) {
  const scorecard = await getScorecard(actor, slug);
  if (!scorecard) return null;
  const [sections, teams, [begins]] = await Promise.all([
    database()
      .select({ id: section.id, number: section.number, title: section.title, theme: theme.name })
      .from(section)
      .innerJoin(theme, eq(theme.id, section.themeId))
      .where(and(eq(section.scorecardId, scorecard.id), isNull(section.endedAt)))
      .orderBy(asc(theme.position), asc(section.number)),
    listTeams(actor),
    database()
      .select({ month: min(scorecardLabelSet.fromMonth) })
      .from(scorecardLabelSet)
      .where(and(eq(scorecardLabelSet.scorecardId, scorecard.id), isNull(scorecardLabelSet.withdrawnAt))),
  ]);
  const closed = scorecard.months.findLast(({ state }) => isClosed(state));
  const first = closed ? nextMonth(closed.month) : (scorecard.months[0]?.month ?? begins?.month ?? today);
  return {
    scorecard,
    months: monthRange(first, addMonths(first, ahead)),
    sections: sections.map(({ id, theme: of, ...its }) => ({ id, name: `${of}, ${sectionName(its)}` })),
    teams,
  };
}
