import { randomUUID } from "node:crypto";
import type { Act, Fields } from "#hammer/actions";
import { paths } from "#lib/paths";

/** Over a version that nobody has: who may is told so, and nothing is set. */
const act = (action: string, fields: Fields): Act => ({
  action,
  from: paths.settings(),
  fields: { request: randomUUID(), seen: "2147483647", ...fields },
});

/** What the officer sets for their organisation. */
export const settingActs = {
  rename: async () => act("renameOrganisationAction", { name: "Another council" }),
  setTimeZone: async () => act("setTimeZoneAction", { timeZone: "Europe/London" }),
  setSessionLife: async () => act("setSessionLifeAction", { idleHours: "1", hours: "2" }),
  setCommentRules: async () =>
    act("setCommentRulesAction", { from: "2999-01", lowestLevels: "", milestoneMissed: "yes", gradeChanged: "yes" }),
  setRetention: async () => act("setRetentionAction", { years: "7" }),
  setSecondFactorRule: async () => act("setSecondFactorRuleAction", { reader: "yes" }),
  setPublishingRule: async () => act("setPublishingRuleAction", { publishesOver: "any officer" }),
};
