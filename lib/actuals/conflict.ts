import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { LockedCell } from "#lib/actuals/lock-cell";
import { getActualAtVersion, getSavedActual } from "#lib/actuals/queries";
import { Refusal } from "#lib/audit/refusal";
import { type ActualContent, actualWords } from "#lib/rules/actual";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A refused write over a version that its writer had not seen: both values in words, and theirs to go on from. */
export async function conflictOver(
  tx: Database,
  cell: Pick<LockedCell, "ref" | "indicatorId" | "month">,
  { seen, actor, yours }: { seen: number; actor: PersonActor; yours: ActualContent | "cleared" },
): Promise<Refusal> {
  const theirs = await getSavedActual(tx, cell.indicatorId, cell.month);
  if (!theirs) return new Refusal("NOT_FOUND", `${cell.ref} for ${monthName(cell.month)} has no figure.`);
  const before = await getActualAtVersion(tx, theirs.id, seen);
  const when = momentSince(theirs.savedAt, new Date(), actor.organisation.timeZone);
  const by = theirs.savedById === actor.person.id ? "yourself" : apart(theirs.savedBy);
  const mine = yours === "cleared" ? "You were clearing it." : `Yours was ${actualWords(yours)}.`;
  return new Refusal(
    "CONFLICT",
    `${cell.ref} for ${monthName(cell.month)} was changed to ${actualWords(theirs.content)} by ${by} at ${when}, after you opened it (${actualWords(before)}). ${mine}`,
    { details: { theirs: { version: theirs.version, content: theirs.content } } },
  );
}
