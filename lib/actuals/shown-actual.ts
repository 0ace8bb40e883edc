import { randomUUID } from "node:crypto";
import type { PersonActor } from "#lib/access/actor";
import type { SavedActual } from "#lib/actuals/queries";
import type { ActualContent } from "#lib/rules/actual";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";

/** What a row of the return shows of a saved actual, with the id that its next request will carry. */
export type ShownActual = {
  version: number;
  content: ActualContent;
  saved: string;
  request: string;
  asksWhy?: string | null;
};

/** "Saved 09:28", "Cleared 14 January 2014, 09:32 by the Assessment team lead": said for the person who looks. */
export function showActual(
  actor: PersonActor,
  { version, content, savedAt, savedBy, savedById, asksWhy = null }: SavedActual,
): ShownActual {
  const did = content.value === null && content.missing === null ? "Cleared" : "Saved";
  const by = savedById === actor.person.id ? "" : ` by ${apart(savedBy)}`;
  const when = momentSince(savedAt, new Date(), actor.organisation.timeZone);
  return { version, content, saved: `${did} ${when}${by}`, request: randomUUID(), asksWhy };
}
