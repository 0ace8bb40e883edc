import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { rolesInPlural } from "#lib/rules/second-factor-words";
import type { SetSecondFactorRule } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer says who, by the roles they hold, has a second factor beside their password. Throws what `writeSecondFactorRule` throws. */
export const setSecondFactorRule = (asker: Asker, given: SetSecondFactorRule, request?: FormRequest) =>
  perform(asker, "second_factor_rule.set", (tx, actor) => writeSecondFactorRule(tx, actor, given), { request });

/** Throws CONFLICT over settings that were not seen; WRONG_STATE from the database for who would be led to set up one of their own. */
export const writeSecondFactorRule = (tx: Database, actor: PersonActor, { needed, seen }: SetSecondFactorRule) =>
  writeSettings(tx, actor, {
    seen,
    set: { needsSecondFactor: needed.length > 0 ? needed : null },
    said: (now) => `a second factor is needed by ${rolesInPlural(now.needsSecondFactor)}`,
  });
