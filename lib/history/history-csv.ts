import { stringify } from "csv-stringify/sync";
import type { PersonActor } from "#lib/access/actor";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { getSentenceFacts } from "#lib/history/get-sentence-facts";
import type { HistoryFilters } from "#lib/history/inputs";
import { sentenceOf, sentenceText } from "#lib/history/sentence";
import { streamEntries } from "#lib/history/stream-entries";
import { harmlessField } from "#lib/rules/harmless-field";

const columns: Record<string, (entry: TrailEntry, facts: SentenceFacts) => string | number | null> = {
  position: ({ position }) => position,
  at: ({ at }) => at,
  person: ({ person }) => person?.name ?? null,
  kind: ({ kind }) => kind,
  role: ({ roles }) => roles,
  verb: ({ verb }) => verb,
  sentence: (entry, facts) => sentenceText(sentenceOf(entry, facts)),
  indicator: ({ ref }) => ref,
  month: ({ month }) => month,
  table: ({ table }) => table,
  key: ({ key }) => key,
  operation: ({ operation }) => operation,
  code: ({ code }) => code,
  reason: ({ reason }) => reason,
  request: ({ requestId }) => requestId,
  address: ({ address }) => address,
  agent: ({ agent }) => agent,
  before: ({ beforeText }) => beforeText,
  after: ({ afterText }) => afterText,
};

type Cells = (string | number | null)[];

const lines = (rows: Cells[]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (cell === null ? "" : harmlessField(String(cell))))),
    { record_delimiter: "windows" },
  );

/** The filtered history as CSV, a batch at a time, never all of it in memory. Times are UTC. */
export async function* historyCsv(actor: PersonActor, filters: HistoryFilters, from: number): AsyncGenerator<string> {
  yield lines([Object.keys(columns)]);
  for await (const batch of streamEntries(actor, filters, from)) {
    const factsOf = await getSentenceFacts(actor, batch);
    yield lines(batch.map((entry) => Object.values(columns).map((read) => read(entry, factsOf(entry)))));
  }
}
