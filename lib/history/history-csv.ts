import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import type { PersonActor } from "#lib/access/actor";
import type { SentenceFacts, WholeEntry } from "#lib/history/entry";
import type { HistoryFilters } from "#lib/history/inputs";
import { lineReason } from "#lib/history/line-reason";
import { sentenceOf, sentenceText } from "#lib/history/sentence";
import { streamEntries } from "#lib/history/stream-entries";
import { harmlessField } from "#lib/rules/harmless-field";
import { momentLocal, momentUtc } from "#lib/rules/moment";

const columns: Record<
  string,
  (entry: WholeEntry, facts: SentenceFacts & { timeZone: string }) => string | number | null
> = {
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
  reason: lineReason,
  request: ({ requestId }) => requestId,
  address: ({ address }) => address,
  agent: ({ agent }) => agent,
  before: ({ beforeText }) => beforeText,
  after: ({ afterText }) => afterText,
  at_utc: ({ at }) => momentUtc(new Date(at)),
  at_local: ({ at }, { timeZone }) => momentLocal(new Date(at), timeZone),
};

type Cells = (string | number | null)[];

const lines = (rows: Cells[]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (cell === null ? "" : harmlessField(String(cell))))),
    { record_delimiter: "windows" },
  );

/**
 * The filtered history as CSV, a part at a time, never all of it in memory, and others are answered between the parts.
 * Times are UTC, and in the organisation's time zone where their column says so.
 */
export async function* historyCsv(actor: PersonActor, filters: HistoryFilters, from: number): AsyncGenerator<string> {
  const { timeZone } = actor.organisation;
  yield lines([Object.keys(columns)]);
  for await (const part of streamEntries(actor, filters, from)) {
    yield lines(
      part.map(({ entry, facts }) => Object.values(columns).map((read) => read(entry, { ...facts, timeZone }))),
    );
    await setImmediate();
  }
}
