import type { Database } from "#db/client";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { sessionLifeWords } from "#lib/rules/setting-words";
import { getSessionLimits } from "#lib/settings/get-settings";
import type { SetSessionLife } from "#lib/settings/inputs";
import { writeSettings } from "#lib/settings/write-settings";

/** The performance officer says how soon sessions end, at once for those that are live. Throws what `writeSessionLife` throws. */
export const setSessionLife = (asker: Asker, given: SetSessionLife, request?: FormRequest) =>
  perform(asker, "session_life.set", (tx, actor) => writeSessionLife(tx, actor, given), { request });

/** Throws INVALID for longer than the operator lets sessions last; CONFLICT over settings that were not seen. */
export async function writeSessionLife(tx: Database, actor: PersonActor, { idleHours, hours, seen }: SetSessionLife) {
  const limits = await getSessionLimits(tx);
  for (const [field, given, most] of [
    ["idleHours", idleHours, limits.idleHours],
    ["hours", hours, limits.hours],
  ] as const) {
    if (given <= most) continue;
    const message = `At most ${most} hours: the operator of this installation lets sessions last no longer.`;
    throw new Refusal("INVALID", message, { fields: { [field]: message } });
  }
  return writeSettings(tx, actor, {
    seen,
    set: { sessionIdleHours: idleHours, sessionHours: hours },
    said: ({ sessionIdleHours, sessionHours }) => `sessions end ${sessionLifeWords(sessionIdleHours, sessionHours)}`,
  });
}
