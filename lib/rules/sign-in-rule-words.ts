import type { Role } from "#db/vocabulary";
import { apart } from "#lib/rules/direction";

/** For whom a sign-in rule is. */
export type ForWhom = { domain: string; inGroup: string | null };

/** "@example.gov.uk, group Social care", as the history calls a rule too. */
export const forWhomWords = ({ domain, inGroup }: ForWhom): string =>
  inGroup === null ? `@${domain}` : `@${domain}, group ${apart(inGroup)}`;

/** "team lead of Assessment", or "reader". */
export const becomesWords = (role: Role, team: string | null): string =>
  team === null ? role : `${role} of ${apart(team)}`;

/** Who granted a role: somebody, or a rule, or else a command. */
export const granterWords = (grantedBy: string | null, rule: ForWhom | null): string =>
  grantedBy ?? (rule ? `the rule for ${forWhomWords(rule)}` : "a command");
