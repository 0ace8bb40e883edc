import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { findRead } from "#lib/definitions/find-read";
import { getHeld, markedIn } from "#lib/definitions/held";
import { heldFields } from "#lib/definitions/held-fields";
import { listVersions, seenOf } from "#lib/definitions/list-versions";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";
import { listTeams } from "#lib/people/list-teams";
import { addMonths, type Month, monthRange, nextMonth } from "#lib/rules/month";
import { labelsAt } from "#lib/scorecards/labels-at";
import { everyDefinedMonth } from "#lib/scorecards/sheet-range";

/** How many months after the last one a change can be set from. */
const ahead = 24;

/** All that the page of what an indicator is shows and starts from; null where there is no such indicator. */
export async function getDefinitionPage(actor: PersonActor, place: IndicatorPlace, month: Month | null) {
  const read = await findRead(actor, place, month);
  if (!read) return null;
  const [versions, held, teams] = await Promise.all([
    listVersions(database(), read.id),
    month ? getHeld(database(), read.id, month) : null,
    listTeams(actor),
  ]);
  const opened = read.scorecard.months;
  const first = read.own.definitions.map(({ firstMonth }) => firstMonth).sort()[0];
  const last = [...everyDefinedMonth(read.scorecard), ...read.own.definitions.map(({ firstMonth }) => firstMonth)]
    .sort()
    .at(-1);
  const milestones = versions.filter(({ kind }) => kind === "milestone");
  return {
    read,
    versions,
    teams,
    /** The months from which a change can hold, the latest first, and the one it most likely does. */
    months: first && last ? monthRange(first, addMonths(last, ahead)).reverse() : [],
    likely: opened.find(({ state }) => state === "open")?.month ?? (last ? nextMonth(last) : null),
    labels: month && read.scorecard.labelSets.length > 0 ? labelsAt(read.scorecard, month) : null,
    fields: held?.definition ? heldFields({ ...held, definition: markedIn(held.definition, month!) }) : null,
    seen: { all: seenOf(versions), milestones: seenOf(milestones) },
  };
}

export type DefinitionPage = NonNullable<Awaited<ReturnType<typeof getDefinitionPage>>>;
