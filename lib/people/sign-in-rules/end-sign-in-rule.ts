import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { person, signInRule } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { EndSignInRule } from "#lib/people/sign-in-rules/inputs";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** The performance officer ends a rule: nobody comes by it any more, and who came keeps what they hold. Throws what `writeSignInRuleEnd` throws. */
export const endSignInRule = (asker: Asker, given: EndSignInRule, request?: FormRequest) =>
  perform(asker, "sign_in_rule.end", (tx, actor) => writeSignInRuleEnd(tx, actor, given), { request });

/** Throws NOT_FOUND for another organisation's; WRONG_STATE where it was ended already. */
export async function writeSignInRuleEnd(tx: Database, actor: PersonActor, { rule }: EndSignInRule): Promise<void> {
  const isTheirs = and(eq(signInRule.id, rule), eq(signInRule.organisationId, actor.organisation.id));
  const ended = await tx
    .update(signInRule)
    .set({ endedBy: actor.person.id })
    .where(and(isTheirs, isNull(signInRule.endedAt)))
    .returning({ id: signInRule.id });
  if (ended.length > 0) return;
  const [before] = await tx
    .select({ at: signInRule.endedAt, by: person.name })
    .from(signInRule)
    .leftJoin(person, eq(person.id, signInRule.endedBy))
    .where(isTheirs);
  if (!before?.at) throw new Refusal("NOT_FOUND", "There is no such rule.");
  const when = momentName(before.at, actor.organisation.timeZone);
  throw new Refusal("WRONG_STATE", `${apart(before.by ?? "A command")} ended this rule already, on ${when}.`);
}
