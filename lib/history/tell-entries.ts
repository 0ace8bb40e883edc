import type { PersonActor } from "#lib/access/actor";
import { differencesOf } from "#lib/history/differences";
import type { HistoryEntry, TrailEntry } from "#lib/history/entry";
import { getSentenceFacts } from "#lib/history/get-sentence-facts";
import { sentenceOf } from "#lib/history/sentence";

/** Gives each entry its sentence and what differs, with the names and the grades they need. */
export async function tellEntries(actor: PersonActor, entries: readonly TrailEntry[]): Promise<HistoryEntry[]> {
  const factsOf = await getSentenceFacts(actor, entries);
  const { timeZone } = actor.organisation;
  return entries.map((entry) => {
    const { before, after, ...rest } = entry;
    const facts = factsOf(entry);
    const labels = facts.grading?.labels ?? null;
    const differences = differencesOf(before, after, { ...facts, timeZone, labels });
    return { ...rest, sentence: sentenceOf(entry, facts), differences };
  });
}
