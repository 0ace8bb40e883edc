import type { Part, TrailEntry } from "#lib/history/entry";

/** The same as the beginning of a sentence, linking to what else a person did. */
export function whoParts(entry: Pick<TrailEntry, "kind" | "person" | "onBehalfOf">): Part[] {
  return entry.person ? [{ text: whoOf(entry), as: "person" }, { text: " " }] : [{ text: `${whoOf(entry)} ` }];
}

/** Who did it, to begin a sentence with. */
export function whoOf({ kind, person, onBehalfOf }: Pick<TrailEntry, "kind" | "person" | "onBehalfOf">): string {
  if (person) return onBehalfOf ? `${person.name}, for ${onBehalfOf},` : person.name;
  switch (kind) {
    case "operator":
      return "An operator’s command";
    case "migration":
      return "A migration";
    case "system":
      return "Candour";
    default:
      return "Somebody unknown";
  }
}
