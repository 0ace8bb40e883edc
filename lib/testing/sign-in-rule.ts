import { perform } from "#lib/audit/perform";
import { writeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";
import type { World } from "#lib/testing/world";

/** A rule of a world's officer that makes leads of Assessment, of an issuer that is nowhere. Answers its id. */
export async function ruleIn(world: World, domain = "example.gov.uk"): Promise<string> {
  const becomes = { role: "team lead", teamId: world.teams.assessment } as const;
  const made = await perform(world.actors.officer, "sign_in_rule.make", (tx, actor) =>
    writeSignInRule(tx, actor, { domain, group: null, becomes }, "https://issuer.example"),
  );
  return made!.id;
}
