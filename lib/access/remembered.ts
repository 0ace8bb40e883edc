import { serialize } from "node:v8";
import { LRUCache } from "lru-cache";
import { isInside } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { noteUpTo, present } from "#lib/access/asking";

type Kept = { answer: unknown };

/** Answers of one state alone, which is null while none is known. */
type Memory = { upTo: string | null; answers: LRUCache<string, Kept> };

// The bundler makes several copies of this module in one process; these must be one. In bytes as they would be stored: what is no
// text takes some three times as much in memory.
const memory = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.remembered")] ??= {
  upTo: null,
  answers: new LRUCache<string, Kept>({
    maxSize: 10_000_000,
    maxEntrySize: 1_000_000,
    sizeCalculation: ({ answer }, question) => serialize(answer).length + question.length,
  }),
}) as Memory;

/** What was answered before in the newest state that is known, and which that is; null for nothing. */
export function recall(question: string): { upTo: string; answer: unknown } | null {
  const known = memory.answers.get(question);
  return known && memory.upTo !== null ? { upTo: memory.upTo, ...known } : null;
}

/** Said of a state by whoever is looked up: answers of another one are let go. */
export function standAt(upTo: string): void {
  if (memory.upTo !== upTo) memory.answers.clear();
  memory.upTo = upTo;
}

/** Keeps an answer of the newest state. */
export function keep(upTo: string, question: string, answer: unknown): void {
  if (memory.upTo === upTo) memory.answers.set(question, { answer });
}

/** Said once anything was written here: the present request, too, reads anew what it still reads. */
export function forget(): void {
  memory.answers.clear();
  memory.upTo = null;
  noteUpTo(null);
}

/**
 * What somebody asks, read and worked out; or as it was before in the same session and with the same roles, if nothing was
 * written since. What is made for one showing of a page, a form's request or the present moment, is no part of it, and nobody
 * changes it. It is theirs alone, and whether they may ask is asked each time.
 */
export async function remembered<T>(actor: PersonActor, question: unknown[], read: () => T | Promise<T>): Promise<T> {
  const upTo = present()?.upTo;
  // What is read inside a transaction may be the past.
  if (!upTo || isInside()) return read();
  const { token, origin, waiting, unseen, ...who } = actor;
  const asked = JSON.stringify([who, question]);
  const known = recall(asked);
  if (known?.upTo === upTo) return known.answer as T;
  const answer = await read();
  keep(upTo, asked, answer);
  return answer;
}
