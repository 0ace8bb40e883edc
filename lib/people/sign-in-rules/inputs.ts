import { z } from "zod";
import { rolesOfRules } from "#db/vocabulary";
import { rolesInForm } from "#lib/rules/held-role";
import { readDomain } from "#lib/rules/mail-domain";

const chooseRole = "Choose what they become.";

export const MakeSignInRuleInput = z.object({
  domain: z
    .string()
    .default("")
    .transform((typed, context) => {
      const domain = readDomain(typed);
      if (domain) return domain;
      context.addIssue("Give the domain as it stands behind the @, such as example.gov.uk.");
      return z.NEVER;
    }),
  group: z
    .string()
    .default("")
    .transform((typed) => typed.trim() || null)
    .pipe(z.string().max(200, "A group has at most 200 characters.").nullable()),
  becomes: z
    .string()
    .default("")
    .transform((field, context) => {
      const [held] = rolesInForm([field]) ?? [];
      const role = rolesOfRules.find((one) => one === held?.role);
      if (held && role) return { role, teamId: held.teamId };
      context.addIssue(
        held ? "No rule makes an auditor or a performance officer: they are invited by somebody." : chooseRole,
      );
      return z.NEVER;
    }),
});
export type MakeSignInRule = z.output<typeof MakeSignInRuleInput>;

export const EndSignInRuleInput = z.object({ rule: z.uuid("There is no such rule.") });
export type EndSignInRule = z.output<typeof EndSignInRuleInput>;
