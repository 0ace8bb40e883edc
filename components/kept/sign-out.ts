export const signingOut = "signing-out";

const mark = "candour kept";

/** Under what the browser keeps what a person typed into a form. */
export const keyOf = (person: string, name: string): string => `${mark} ${person} ${name}`;

export const keptKeys = (storage: Storage, beginning = `${mark} `): string[] =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "").filter((key) =>
    key.startsWith(beginning),
  );

/** Forgets all that a person typed and did not save, as when they sign out. */
export function forgetAll(person: string): void {
  try {
    for (const key of keptKeys(localStorage, keyOf(person, ""))) localStorage.removeItem(key);
  } catch {
    // Where a browser forbids its storage, nothing is kept.
  }
}

/** Asks who signs out, where something typed is not saved. Answers whether they may. */
export const maySignOut = (): boolean => window.dispatchEvent(new Event(signingOut, { cancelable: true }));
