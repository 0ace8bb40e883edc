import { LRUCache } from "lru-cache";
import { isInside } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { present } from "#lib/access/asking";

/** Answers, all of one state; the state is null before the first. */
type Memory = { upTo: string | null; answers: LRUCache<string, { answer: unknown }> };

// The bundler makes several copies of this module in one process; these must be one.
const memory = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.remembered")] ??= {
  upTo: null,
  answers: new LRUCache({ max: 100 }),
}) as Memory;

/** What was answered before in the state that is known, and which that is; null for nothing. */
export function recall(question: string): { upTo: string; answer: unknown } | null {
  const known = memory.answers.get(question);
  return known && memory.upTo !== null ? { upTo: memory.upTo, ...known } : null;
}

/** Keeps an answer for as long as everything stands as it did. */
export function keep(upTo: string, question: string, answer: unknown): void {
  if (memory.upTo !== upTo) memory.answers.clear();
  memory.upTo = upTo;
  memory.answers.set(question, { answer });
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
  const { token: _, origin: __, waiting: ___, unseen: ____, ...who } = actor;
  const asked = JSON.stringify([who, question]);
  const known = recall(asked);
  if (known?.upTo === upTo) return known.answer as T;
  const answer = await read();
  keep(upTo, asked, answer);
  return answer;
}
