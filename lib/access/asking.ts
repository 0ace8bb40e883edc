import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What is known of the request that is being answered: its reference, whether code of ours read it, whose it is, and
 * whether it failed, which its status does not tell once a page has begun.
 */
export type Asking = {
  id: string;
  /** What of it Next reads before any code of ours does: a form, or what a page of ours says that it shows already. */
  readFirst?: "form" | "shown" | null;
  isRead: boolean;
  personId: string | null;
  hasFailed?: boolean;
  /** Up to where everything stood when its person was looked up (`audit.up_to`); null while somebody writes. */
  upTo?: string | null;
};

// The server and the bundler's copies of this module must share one.
const store = ((globalThis as Record<symbol, unknown>)[Symbol.for("candour.asking")] ??=
  new AsyncLocalStorage()) as AsyncLocalStorage<Asking>;

export const answering = <T>(asking: Asking, answer: () => T): T => store.run(asking, answer);

/** The request that is being answered; undefined in a command. */
export const present = (): Asking | undefined => store.getStore();

/** Said by every action as it begins: from here on a failure is ours, before it the fault of what was sent. */
export function noteRead(): void {
  const asking = present();
  if (asking) asking.isRead = true;
}

/** Said by every page as it asks who reads it. A form is read by its action alone. */
export function noteAsked(): void {
  const asking = present();
  if (asking && asking.readFirst !== "form") asking.isRead = true;
}

/** Said of a failure of ours. Answers the request's reference, for whoever it failed; undefined in a command. */
export function noteFailed(): string | undefined {
  const asking = present();
  if (asking) asking.hasFailed ??= true;
  return asking?.id;
}

/** Said of what nobody could read: whatever failed over it, the fault is what was sent. */
export function noteUnreadable(asking: Asking): void {
  asking.hasFailed = false;
}

/** Said of whoever is looked up by their session; with null, once they wrote something. */
export function noteUpTo(upTo: string | null): void {
  const asking = present();
  if (asking) asking.upTo = upTo;
}

/** Whose request it turned out to be, for the log. */
export function notePerson(personId: string): void {
  const asking = present();
  if (asking) asking.personId = personId;
}
