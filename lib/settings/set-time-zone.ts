import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { SetTimeZone } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer says by which clock days begin and moments are shown. Throws what `writeTimeZone` throws. */
export const setTimeZone = (asker: Asker, given: SetTimeZone, request?: FormRequest) =>
  perform(asker, "time_zone.set", (tx, actor) => writeTimeZone(tx, actor, given), { request });

/** Throws CONFLICT over settings that were not seen, and INVALID for a zone that the database does not know. */
export const writeTimeZone = (tx: Database, actor: PersonActor, { timeZone, seen }: SetTimeZone) =>
  writeSettings(tx, actor, { seen, set: { timeZone }, said: (now) => `the time zone is ${now.timeZone}` });
