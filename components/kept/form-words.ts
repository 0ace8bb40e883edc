import type { Words } from "#components/kept/kept-words";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldIn(form: HTMLFormElement, name: string): Field | null {
  const field = form.elements.namedItem(name);
  const isField =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
  return isField ? field : null;
}

/** What stands in a form's fields of these names. */
export const wordsIn = (form: HTMLFormElement, names: readonly string[]): Words =>
  Object.fromEntries(names.map((name) => [name, wordIn(fieldIn(form, name))]));

/** Some words by whether the form has their field: some it asks for only at times. */
export function apartBy(form: HTMLFormElement, words: Words): { here: Words; notHere: Words } {
  const those = (isHere: boolean) =>
    Object.fromEntries(Object.entries(words).filter(([name]) => (fieldIn(form, name) !== null) === isHere));
  return { here: those(true), notHere: those(false) };
}

const isBox = (field: Field | null): field is HTMLInputElement => field?.type === "checkbox";
const wordIn = (field: Field | null) => (isBox(field) ? field.checked : (field?.value ?? ""));

/** Puts words into a form's fields, as if they were typed. */
export function putInto(form: HTMLFormElement, words: Words): void {
  for (const [name, word] of Object.entries(words)) {
    const field = fieldIn(form, name);
    if (!field || wordIn(field) === word) continue;
    if (isBox(field)) field.checked = Boolean(word);
    else field.value = String(word);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export const focusField = (form: HTMLFormElement, name: string): void => fieldIn(form, name)?.focus();

export function openFolded(form: HTMLFormElement): void {
  const folded = form.closest("details");
  if (folded) folded.open = true;
}

/** How a field is called on the screen. */
export const labelIn = (form: HTMLFormElement, name: string): string =>
  fieldIn(form, name)?.labels?.[0]?.textContent ?? "";
