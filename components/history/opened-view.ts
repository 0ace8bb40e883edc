import { type References, references, type SaidView, saidView } from "#components/history/said-view";
import type { Difference, OpenedEntry, WholeEntry } from "#lib/history/entry";
import { paths } from "#lib/paths";
import { withMarks } from "#lib/rules/direction";

/** What stands behind a line, in finished words: the facts of its action, and each entry with what it changed. */
export type OpenedView = References & {
  /** With the address of the entries that have the same in common, where there is one. */
  facts: (readonly [term: string, words: string, href?: string])[];
  entries: { position: number; said: SaidView; differences: Difference[]; hasWords?: true }[];
};

/** `redacts`: who looks at it may propose that words go, so it is said which entries have some. */
export function openedView(opened: readonly OpenedEntry[], redacts: boolean): OpenedView {
  const { refer, references: referred } = references();
  const entries = opened.map(({ entry, sentence, differences, hasWords }) => ({
    position: entry.position,
    said: saidView(sentence, entry, refer),
    differences,
    ...(redacts && hasWords && { hasWords: true as const }),
  }));
  return { facts: opened[0] ? factsOf(opened[0].entry) : [], entries, ...referred };
}

const kinds: Record<WholeEntry["kind"], string> = {
  person: "a signed-in person",
  "sign-in": "at sign-in",
  operator: "an operator’s command, on the server",
  migration: "a migration, on the server",
  system: "Candour itself",
};

/** What is known of the action an entry belongs to: as what, why, from where, at which request. */
function factsOf(entry: WholeEntry): OpenedView["facts"] {
  const isCommand = entry.kind === "operator" || entry.kind === "migration";
  const facts: [string, string | null, string?][] = [
    ["Reason", entry.reason],
    ["Import", entry.importFile, entry.importId ? paths.history({ import: entry.importId }) : undefined],
    ["By", entry.kind === "person" ? entry.roles : kinds[entry.kind]],
    ["Team", entry.team],
    [
      "Address",
      [entry.address, entry.agent].filter(Boolean).join(" · "),
      entry.address ? paths.history({ address: entry.address }) : undefined,
    ],
    ["Database login", isCommand ? entry.databaseRole : null],
    ["Request", entry.requestId, entry.requestId ? paths.history({ request: entry.requestId }) : undefined],
  ];
  return facts.flatMap(([term, words, href]) =>
    words ? [href ? ([term, withMarks(words), href] as const) : ([term, withMarks(words)] as const)] : [],
  );
}
