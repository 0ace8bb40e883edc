import type { HistoryEntry, Sentence } from "#lib/history/entry";
import { whoOf } from "#lib/history/who-of";

/** Tables whose row tells what an action was about, most telling first; the others only fill it in. */
export const tellingTables = [
  "import",
  "comment_decision",
  "invitation",
  "comment_revision",
  "actual",
  "scorecard_month",
  "credential",
  "role_grant",
  "session",
  "person",
  "milestone",
  "indicator_definition",
] as const;

/** One sentence for all that an action wrote: that of its most telling entry, or how much a command or an import wrote. */
export function groupHeadline(entries: readonly HistoryEntry[], total: number): Sentence {
  const [first] = entries;
  if (!first) throw new Error("An action without entries has no headline.");
  if (first.verb === "import.answer" && total > 1) return answeredHeadline(first);
  const isWhole = total === 1 || first.table === "import" || first.table === "invitation";
  if (first.verb === "import.commit" && !isWhole) return importedHeadline(first, entries, total);
  if (isWhole || (first.kind !== "operator" && first.kind !== "migration")) return first.sentence;
  return {
    parts: [{ text: `${whoOf(first)} ` }, { text: "wrote", as: "done" }, { text: ` ${total} rows` }],
    change: null,
    detail: first.reason && `Reason: ${first.reason}`,
  };
}

function answeredHeadline(first: HistoryEntry): Sentence {
  const file = first.importFile ? `the import of “${first.importFile}”` : "an import";
  return {
    parts: [{ text: `${whoOf(first)} ` }, { text: "answered", as: "done" }, { text: ` the doubts of ${file}` }],
    change: null,
    detail: null,
  };
}

function importedHeadline(first: HistoryEntry, entries: readonly HistoryEntry[], total: number): Sentence {
  const isOne = first.ref !== null && entries.every(({ ref }) => ref === first.ref);
  const file = first.importFile ? ` from “${first.importFile}”` : "";
  return {
    parts: [
      { text: `${whoOf(first)} ` },
      { text: "imported", as: "done" },
      { text: " " },
      isOne ? { text: first.ref ?? "", as: "indicator" } : { text: `${total} rows` },
      { text: file },
    ],
    change: null,
    detail: null,
  };
}
