import type { Database } from "#db/client";
import { signInRule } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import { openIdSettings } from "#lib/access/openid-settings";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { requireTeams } from "#lib/people/grant-role";
import type { MakeSignInRule } from "#lib/people/sign-in-rules/inputs";

/**
 * The performance officer says who comes in without an invitation, and as what, from the next first sign-in on. Throws
 * WRONG_STATE where no issuer is set, and what `writeSignInRule` throws.
 */
export const makeSignInRule = (asker: Asker, given: MakeSignInRule, request?: FormRequest) =>
  perform(
    asker,
    "sign_in_rule.make",
    (tx, actor) => {
      const issuer = openIdSettings()?.issuer;
      if (issuer) return writeSignInRule(tx, actor, given, issuer);
      throw new Refusal(
        "WRONG_STATE",
        "Nobody signs in with an account of their organisation here, so no rule would be used.",
      );
    },
    { request },
  );

/** Throws NOT_FOUND for a team of another organisation; CONFLICT where there is this very rule. */
export async function writeSignInRule(
  tx: Database,
  actor: PersonActor,
  { domain, group, becomes }: MakeSignInRule,
  issuer: string,
): Promise<{ id: string }> {
  await requireTeams(tx, actor, [becomes]);
  const [made] = await tx
    .insert(signInRule)
    .values({
      organisationId: actor.organisation.id,
      issuer,
      domain,
      inGroup: group,
      ...becomes,
      madeBy: actor.person.id,
    })
    .onConflictDoNothing()
    .returning({ id: signInRule.id });
  if (!made) throw new Refusal("CONFLICT", "There is this rule already. Look at the rules above.");
  return made;
}
