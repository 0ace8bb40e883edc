import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client";
import { monthRule } from "#db/schema/months";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { SetMonthRule } from "#lib/months/inputs";

/** The performance officer says on which working days figures and commentary are due. Throws what `writeMonthRule` throws. */
export const setMonthRule = (asker: Asker, given: SetMonthRule, request?: FormRequest): Promise<boolean | undefined> =>
  perform(asker, "month_rule.set", (tx, actor) => writeMonthRule(tx, actor, given), { request });

/** The dates of months that are open stay as they are. Throws CONFLICT when somebody set another rule since it was read. */
export async function writeMonthRule(
  tx: Database,
  { organisation }: PersonActor,
  { seen, figuresDay, commentaryDay }: SetMonthRule,
): Promise<true> {
  const days = { figuresDay, commentaryDay };
  const written =
    seen === 0
      ? await tx
          .insert(monthRule)
          .values({ organisationId: organisation.id, ...days })
          .onConflictDoNothing()
          .returning({ id: monthRule.id })
      : await tx
          .update(monthRule)
          .set(days)
          .where(and(eq(monthRule.organisationId, organisation.id), eq(monthRule.version, seen)))
          .returning({ id: monthRule.id });
  if (written.length > 0) return true;
  const [theirs] = await tx.select().from(monthRule).where(eq(monthRule.organisationId, organisation.id));
  throw new Refusal(
    "CONFLICT",
    `The rule was changed after you opened it: figures are due on working day ${theirs?.figuresDay}, commentary on working day ${theirs?.commentaryDay}. Yours was ${figuresDay} and ${commentaryDay}.`,
  );
}
