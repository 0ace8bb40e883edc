import { desc, lte } from "drizzle-orm";
import type { Database } from "#db/client";
import { dueRule, indicatorDefinition, indicatorTeam } from "#db/schema/indicators";
import type { Month } from "#lib/rules/month";

/** The definition of every indicator that holds in a month: the one that started last. */
export const definitionsIn = (db: Database, month: Month) =>
  db
    .selectDistinctOn([indicatorDefinition.indicatorId])
    .from(indicatorDefinition)
    .where(lte(indicatorDefinition.fromMonth, month))
    .orderBy(indicatorDefinition.indicatorId, desc(indicatorDefinition.fromMonth))
    .as("definition");

/** The team that answers for each indicator in a month. */
export const teamsIn = (db: Database, month: Month) =>
  db
    .selectDistinctOn([indicatorTeam.indicatorId])
    .from(indicatorTeam)
    .where(lte(indicatorTeam.fromMonth, month))
    .orderBy(indicatorTeam.indicatorId, desc(indicatorTeam.fromMonth))
    .as("answering_team");

/** The due rule of each indicator that holds in a month. */
export const dueRulesIn = (db: Database, month: Month) =>
  db
    .selectDistinctOn([dueRule.indicatorId])
    .from(dueRule)
    .where(lte(dueRule.fromMonth, month))
    .orderBy(dueRule.indicatorId, desc(dueRule.fromMonth))
    .as("rule");
