import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { getGradings } from "#lib/history/get-gradings";
import { getNames } from "#lib/history/get-names";

/** The names and the grades that the sentences of these entries need. */
export async function getSentenceFacts(entries: readonly TrailEntry[]): Promise<SentenceFacts> {
  const [nameOf, gradingOf] = await Promise.all([getNames(entries), getGradings(entries)]);
  return { nameOf, gradingOf };
}
