import type { DictionaryEntry } from "#lib/definitions/get-dictionary";

/** An indicator under its place, with what it is called and what it is of each of its other terms. */
export type DictionaryView = { place: string; ref: string; measure: string; terms: [term: string, value: string][] }[];

/** What stands above the others. */
const above = ["Measure", "Theme and section"];

export const dictionaryView = (entries: readonly DictionaryEntry[]): DictionaryView =>
  entries.map(({ ref, theme, section, terms }) => ({
    place: `${theme}, ${section}`,
    ref,
    measure: terms.find(({ term }) => term === "Measure")?.value ?? "",
    terms: terms.flatMap(({ term, value }) => (above.includes(term) ? [] : [[term, value]])),
  }));
