import { and, desc, eq, isNotNull, isNull, max } from "drizzle-orm";
import type { Database } from "#db/client";
import { dueRule, indicator, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { team } from "#db/schema/people";
import { scorecard, section } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { AddIndicator } from "#lib/definitions/inputs";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";
import { apart } from "#lib/rules/direction";
import { monthName } from "#lib/rules/month";

/** The performance officer adds an indicator to a scorecard, from a month on. Throws what `writeIndicator` throws. */
export const addIndicator = (
  asker: Asker,
  given: AddIndicator,
  request?: FormRequest,
): Promise<IndicatorPlace | undefined> =>
  perform(asker, "indicator.add", (tx, actor) => writeIndicator(tx, actor, given), {
    request,
    about: { scorecardId: given.scorecardId, month: given.from },
  });

/**
 * With what it measures, its team and when it is due; bands and milestones are set afterwards. Throws NOT_FOUND for another
 * organisation's scorecard, CONFLICT when its ref is taken, INVALID for a section or a team that is not there, or a month
 * whose figure nobody could give any more.
 */
export async function writeIndicator(
  tx: Database,
  actor: PersonActor,
  { scorecardId, ref, from, sectionId, teamId, every, what }: AddIndicator,
): Promise<IndicatorPlace> {
  const [found] = await tx
    .select({ slug: scorecard.slug, name: scorecard.name, endedAt: scorecard.endedAt })
    .from(scorecard)
    .where(and(eq(scorecard.id, scorecardId), eq(scorecard.organisationId, actor.organisation.id)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such scorecard.");
  if (found.endedAt)
    throw new Refusal("WRONG_STATE", `${apart(found.name)} has ended, so no indicator is added to it.`);
  await requireParts(tx, actor, { scorecardId, sectionId, teamId });
  const [closed] = await tx
    .select({ month: scorecardMonth.month })
    .from(scorecardMonth)
    .where(and(eq(scorecardMonth.scorecardId, scorecardId), isNotNull(scorecardMonth.closedAt)))
    .orderBy(desc(scorecardMonth.month))
    .limit(1);
  if (closed && from <= closed.month) {
    const name = monthName(closed.month);
    throw refusal("from", `${name} is closed, so nobody could give its figure any more. Choose a month after it.`);
  }
  const [made] = await tx
    .insert(indicator)
    .values({ scorecardId, ref })
    .onConflictDoNothing()
    .returning({ id: indicator.id });
  if (!made) {
    const message = `There is an indicator ${ref} already. Give this one another ref.`;
    throw new Refusal("CONFLICT", message, { fields: { ref: message } });
  }
  const [last] = await tx
    .select({ position: max(indicatorDefinition.position) })
    .from(indicatorDefinition)
    .where(eq(indicatorDefinition.sectionId, sectionId));
  const own = { indicatorId: made.id, fromMonth: from, setBy: actor.person.id };
  // First, because the entries that follow are found under the team.
  await tx.insert(indicatorTeam).values({ ...own, teamId });
  await tx.insert(indicatorDefinition).values({ ...own, sectionId, position: (last?.position ?? 0) + 1, ...what });
  await tx.insert(dueRule).values({ ...own, every });
  return { slug: found.slug, ref };
}

async function requireParts(
  tx: Database,
  actor: PersonActor,
  { scorecardId, sectionId, teamId }: Pick<AddIndicator, "scorecardId" | "sectionId" | "teamId">,
): Promise<void> {
  const sections = await tx
    .select({ id: section.id })
    .from(section)
    .where(and(eq(section.id, sectionId), eq(section.scorecardId, scorecardId), isNull(section.endedAt)));
  if (sections.length === 0) throw refusal("section", "Choose one of the scorecard’s sections.");
  const teams = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.id, teamId), eq(team.organisationId, actor.organisation.id)));
  if (teams.length === 0) throw refusal("team", "Choose the team that answers for it.");
}

const refusal = (field: string, message: string) => new Refusal("INVALID", message, { fields: { [field]: message } });
