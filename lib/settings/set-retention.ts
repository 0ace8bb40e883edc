import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { keepsWordsWords } from "#lib/rules/setting-words";
import type { SetRetention } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer says for how long words are kept: what is older is proposed to be redacted, and stays until it is. Throws what `writeRetention` throws. */
export const setRetention = (asker: Asker, given: SetRetention, request?: FormRequest) =>
  perform(asker, "retention.set", (tx, actor) => writeRetention(tx, actor, given), { request });

/** Throws CONFLICT over settings that were not seen. */
export const writeRetention = (tx: Database, actor: PersonActor, { years, seen }: SetRetention) =>
  writeSettings(tx, actor, {
    seen,
    set: { keepsWordsYears: years },
    said: (now) => `words are kept ${keepsWordsWords(now.keepsWordsYears)}`,
  });
