import type { PersonActor } from "#lib/access/actor";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { getGradings } from "#lib/history/get-gradings";
import { getKeptWords } from "#lib/history/get-kept-words";
import { getNames } from "#lib/history/get-names";

/** The names, the grades and the words that the sentence of each of these entries needs: those of its own moment. */
export async function getSentenceFacts(
  actor: PersonActor,
  entries: readonly TrailEntry[],
): Promise<(entry: TrailEntry) => SentenceFacts> {
  const [names, gradings, words] = await Promise.all([
    getNames(entries),
    getGradings(entries),
    getKeptWords(actor, entries),
  ]);
  return (entry) => ({ nameOf: names(entry), grading: gradings(entry), wordsOf: words(entry) });
}
