import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { now } from "#db/schema/columns";
import { commentRule } from "#db/schema/comment-rules";
import { scorecardMonth } from "#db/schema/months";
import { organisation } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { commentRulesWords, whyNotFrom } from "#lib/rules/comment-rules";
import { monthName } from "#lib/rules/month";
import type { SetCommentRules } from "#lib/settings/inputs";

/** The performance officer says when a comment is required, from a month on. Throws what `writeCommentRules` throws. */
export const setCommentRules = (asker: Asker, given: SetCommentRules, request?: FormRequest) =>
  perform(asker, "comment_rule.set", (tx, actor) => writeCommentRules(tx, actor, given), {
    request,
    about: { month: given.from },
  });

/** What was said from the same month is withdrawn. Throws INVALID for a month that is closed, CONFLICT where somebody said otherwise since. */
export async function writeCommentRules(
  tx: Database,
  { organisation: { id }, person }: PersonActor,
  { from, seen, ...rules }: SetCommentRules,
): Promise<true> {
  // One after the other, because each says over how many it was said.
  await tx.select({ id: organisation.id }).from(organisation).where(eq(organisation.id, id)).for("no key update");
  const all = await tx.select().from(commentRule).where(eq(commentRule.organisationId, id));
  if (all.length !== seen) {
    const [newest] = all.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime());
    const theirs = newest
      ? ` from ${monthName(newest.fromMonth)} a comment is required ${commentRulesWords(newest)}`
      : "";
    throw new Refusal("CONFLICT", `The rules were changed after you opened them:${theirs}. Yours was not saved.`);
  }
  const message = whyNotFrom(from, await lastClosed(tx, id));
  if (message) throw new Refusal("INVALID", message, { fields: { from: message } });
  await tx
    .update(commentRule)
    .set({ withdrawnAt: now, withdrawnBy: person.id, withdrawnReason: "Said anew." })
    .where(and(eq(commentRule.organisationId, id), eq(commentRule.fromMonth, from), isNull(commentRule.withdrawnAt)));
  await tx.insert(commentRule).values({ organisationId: id, fromMonth: from, setBy: person.id, ...rules });
  return true;
}

/** The last month of any scorecard of the organisation that is closed. */
async function lastClosed(tx: Database, organisationId: string) {
  const [closed] = await tx
    .select({ month: scorecardMonth.month })
    .from(scorecardMonth)
    .innerJoin(scorecard, eq(scorecard.id, scorecardMonth.scorecardId))
    .where(and(eq(scorecard.organisationId, organisationId), isNotNull(scorecardMonth.closedAt)))
    .orderBy(desc(scorecardMonth.month))
    .limit(1);
  return closed?.month ?? null;
}
