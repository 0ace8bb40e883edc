import type { Actor } from "#lib/access/actor";
import { differencesOf } from "#lib/history/differences";
import type { HistoryEntry, TrailEntry } from "#lib/history/entry";
import { getGradings } from "#lib/history/get-gradings";
import { getNames } from "#lib/history/get-names";
import { sentenceOf } from "#lib/history/sentence";

/** Gives each entry its sentence and what differs, with the names and the grades they need. */
export async function tellEntries(actor: Actor, entries: readonly TrailEntry[]): Promise<HistoryEntry[]> {
  const [nameOf, gradingOf] = await Promise.all([getNames(entries), getGradings(entries)]);
  return entries.map((entry) => {
    const { before, after, ...rest } = entry;
    return {
      ...rest,
      sentence: sentenceOf(entry, { nameOf, gradingOf }),
      differences: differencesOf(before, after, { nameOf, timeZone: actor.organisation.timeZone }),
    };
  });
}
