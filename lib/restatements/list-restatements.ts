import { and, desc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { everHidesSmall } from "#db/hides-small";
import { indicator } from "#db/schema/indicators";
import { scorecardMonth } from "#db/schema/months";
import { person } from "#db/schema/people";
import { restatement } from "#db/schema/restatements";
import { scorecard } from "#db/schema/scorecards";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { restatedAsTold } from "#lib/access/told-of-small";
import type { Month } from "#lib/rules/month";
import { monthsInScope } from "#lib/scorecards/month-scope";

export type Restatement = Awaited<ReturnType<typeof listRestatements>>[number];

/** What of a scorecard was restated, or of one indicator, in the months that a person sees, or in one of them; newest first. */
export const listRestatements = async (
  actor: PersonActor,
  { slug, ref, month }: { slug: string; ref?: string; month?: Month },
) => {
  const rows = await database()
    .select({
      id: restatement.id,
      ref: indicator.ref,
      hidesSmall: everHidesSmall(indicator.id),
      month: restatement.month,
      number: restatement.editionNumber,
      category: restatement.category,
      reason: wordsOf(restatement.reason),
      before: { figure: restatement.figureBefore, missing: restatement.missingBefore },
      after: { figure: restatement.figure, missing: restatement.missing },
      commentHolds: restatement.commentHolds,
      restatedAt: restatement.restatedAt,
      restatedBy: person.name,
    })
    .from(restatement)
    .innerJoin(indicator, eq(indicator.id, restatement.indicatorId))
    .innerJoin(scorecard, eq(scorecard.id, indicator.scorecardId))
    .innerJoin(
      scorecardMonth,
      and(eq(scorecardMonth.scorecardId, scorecard.id), eq(scorecardMonth.month, restatement.month)),
    )
    .innerJoin(person, eq(person.id, restatement.restatedBy))
    .where(
      and(
        eq(scorecard.organisationId, actor.organisation.id),
        eq(scorecard.slug, slug),
        ref === undefined ? undefined : eq(indicator.ref, ref),
        month ? eq(restatement.month, month) : undefined,
        monthsInScope(actor) ?? undefined,
      ),
    )
    .orderBy(desc(restatement.month), desc(restatement.restatedAt), restatement.id);
  return rows.map((row) => restatedAsTold(actor, row));
};
