import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { apart } from "#lib/rules/direction";
import type { RenameOrganisation } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer calls the organisation otherwise; the history keeps the name it had. Throws what `writeName` throws. */
export const renameOrganisation = (asker: Asker, given: RenameOrganisation, request?: FormRequest) =>
  perform(asker, "organisation.rename", (tx, actor) => writeName(tx, actor, given), { request });

/** Throws CONFLICT over settings that were not seen. */
export const writeName = (tx: Database, actor: PersonActor, { name, seen }: RenameOrganisation) =>
  writeSettings(tx, actor, { seen, set: { name }, said: (now) => `the organisation is called ${apart(now.name)}` });
