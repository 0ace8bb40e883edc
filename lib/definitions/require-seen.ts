import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { type Held, markedIn } from "#lib/definitions/held";
import { heldFields, saidField } from "#lib/definitions/held-fields";
import type { DefineIndicator } from "#lib/definitions/inputs";
import { lastChange, listVersions, seenOf } from "#lib/definitions/list-versions";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { apart } from "#lib/rules/direction";
import { momentSince } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A change is over what its form was filled in with. Throws CONFLICT with both where anything was set or withdrawn since. */
export async function requireSeen(
  tx: Database,
  actor: PersonActor,
  { ref }: IndicatorRead,
  given: DefineIndicator,
  held: Held,
): Promise<void> {
  const versions = await listVersions(tx, given.indicatorId);
  if (seenOf(versions) === given.seen) return;
  const last = lastChange(versions);
  const [theirs, yours] = [
    heldFields({ ...held, definition: held.definition && markedIn(held.definition, given.from) }),
    givenFields(given),
  ];
  const differing = Object.keys(yours)
    .filter((field) => yours[field] !== theirs[field])
    .map((field) => `${saidField(field)} ${theirs[field] || "none"} (yours: ${yours[field] || "none"})`);
  const by = last
    ? ` by ${apart(last.by ?? "an operator")} at ${momentSince(last.at, new Date(), actor.organisation.timeZone)}`
    : "";
  throw new Refusal(
    "CONFLICT",
    `${ref} was changed${by}, after you opened this page. In ${monthName(given.from)} it now has: ${differing.join("; ") || "what you typed"}. Open the page again, and change it over that.`,
  );
}

function givenFields({ definition, bands, teamId, every, benchmark }: DefineIndicator): Record<string, string> {
  return heldFields({
    definition,
    team: teamId ? { teamId } : null,
    dueRule: every ? { every } : null,
    bands: bands.map((asTyped, index) => ({ rank: index + 1, asTyped })),
    benchmark: benchmark.value === null ? null : { ...benchmark, value: benchmark.value },
  });
}
