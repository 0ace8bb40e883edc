import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { publishesOverWords } from "#lib/rules/setting-words";
import type { SetPublishingRule } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer says who may publish a month over what stands in the way. Throws what `writePublishingRule` throws. */
export const setPublishingRule = (asker: Asker, given: SetPublishingRule, request?: FormRequest) =>
  perform(asker, "publishing_rule.set", (tx, actor) => writePublishingRule(tx, actor, given), { request });

/** Throws CONFLICT over settings that were not seen. */
export const writePublishingRule = (tx: Database, actor: PersonActor, { publishesOver, seen }: SetPublishingRule) =>
  writeSettings(tx, actor, { seen, set: { publishesOver }, said: (now) => publishesOverWords(now.publishesOver) });
