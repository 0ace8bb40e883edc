import { AsyncLocalStorage } from "node:async_hooks";

type Reading = { isRead: boolean };

// The server and the bundler's copies of this module must share one.
const asking = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.request")] ??=
  new AsyncLocalStorage()) as AsyncLocalStorage<Reading>;

/** Answers one request; `isRead` becomes true when what it sent was read as a form of ours. */
export const answering = <T>(reading: Reading, answer: () => T): T => asking.run(reading, answer);

/** Said by every action as it begins: from here on a failure is ours, before it the fault of what was sent. */
export function noteRead(): void {
  const reading = asking.getStore();
  if (reading) reading.isRead = true;
}
