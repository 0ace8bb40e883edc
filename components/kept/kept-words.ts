import { keptKeys, keyOf } from "#components/kept/sign-out";

/** What stands in the fields of a form, by name; a box is ticked or not. */
export type Words = Readonly<Record<string, string | boolean>>;

/** What was typed and not saved, when, and over what. */
export type Kept = { at: string; was: Words; typed: Words };

const week = 7 * 24 * 60 * 60 * 1000;

/** A browser may forbid its storage, or have no room: nothing is kept then, and nothing else breaks. */
function inStorage<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(globalThis.localStorage);
  } catch {
    return null;
  }
}

/** Keeps what a person typed in this browser, by form. Answers whether it is kept. */
export function keep(person: string, name: string, { was, typed }: Pick<Kept, "was" | "typed">): boolean {
  const kept: Kept = { at: new Date().toISOString(), was, typed };
  const isKept = inStorage((storage) => {
    storage.setItem(keyOf(person, name), JSON.stringify(kept));
    return true;
  });
  return isKept ?? false;
}

/** What a person typed into a form within a week and did not save. */
export function readKept(person: string, name: string): Kept | null {
  return inStorage((storage) => keptIn(storage.getItem(keyOf(person, name))));
}

/** Where what is typed anew is kept, while something kept before is still offered. */
export const besides = (name: string) => `${name}, anew`;

export function forget(person: string, name: string): void {
  inStorage((storage) => storage.removeItem(keyOf(person, name)));
}

/** Whatever was kept for a week, whoever's it is. */
export function forgetOld(): void {
  inStorage((storage) => {
    for (const key of keptKeys(storage)) if (keptIn(storage.getItem(key)) === null) storage.removeItem(key);
  });
}

export const isSameWords = (a: Words, b: Words): boolean =>
  Object.keys({ ...a, ...b }).every((name) => asSent(a[name]) === asSent(b[name]));

/** A field turns line ends of any kind into one, a form sends them as two characters, and blanks round its words say nothing. */
const asSent = (word: string | boolean | undefined) =>
  typeof word === "string" ? word.replace(/\r\n?/g, "\n").trim() : (word ?? "");

function keptIn(text: string | null): Kept | null {
  const kept = parsed(text);
  return isKept(kept) && Date.now() - Date.parse(kept.at) < week ? kept : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is Kept {
  return typeof kept === "object" && kept !== null && "at" in kept && "was" in kept && "typed" in kept;
}
