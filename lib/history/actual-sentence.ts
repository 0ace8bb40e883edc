import { aboutCell } from "#lib/history/about";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { isNothing, saysSame, shownValue } from "#lib/history/shown-value";
import { did, hasChanged, type Told } from "#lib/history/told";

/** A figure recorded, changed, cleared or imported, as it was and as it became. */
export function actualSentence(entry: TrailEntry, facts: SentenceFacts): Told {
  const { grading, wordsOf } = facts;
  const change = { before: shownValue(entry.before, grading), after: shownValue(entry.after, grading) };
  const note = wordsOf(textOf(entry.after, "note"));
  const noted = note !== null && hasChanged(entry.before, entry.after, "note") ? `Note: ${note}` : null;
  const beside = [partsOf(entry), noted].filter(Boolean).join(". ") || null;
  const why = entry.reason && `Reason: ${entry.reason}`;
  const detail = beside && why ? `${why.replace(/[.]$/, "")}. ${beside}` : beside;
  if (saysSame(change.before, change.after)) return did(besides(entry), aboutCell(entry), { detail });
  return did(doneTo(entry, change), aboutCell(entry), { change, detail });
}

/** "45 of 60": what a figure was worked out from, where that changed. */
function partsOf({ before, after }: TrailEntry): string | null {
  const [numerator, denominator] = [textOf(after, "numerator"), textOf(after, "denominator")];
  const isNew = hasChanged(before, after, "numerator") || hasChanged(before, after, "denominator");
  return isNew && numerator !== null && denominator !== null ? `${numerator} of ${denominator}` : null;
}

function doneTo({ verb }: TrailEntry, change: NonNullable<Told["change"]>): string {
  if (verb === "actual.paste") return "pasted";
  if (verb === "actual.take_back") return "took back the paste of";
  if (verb === "actual.restate") return "restated";
  if (isNothing(change.after)) return "cleared";
  if (!isNothing(change.before)) return "changed";
  return verb === "import.commit" ? "imported" : "recorded";
}

const columns = [
  ["note", "the note on"],
  ["numerator", "the numerator and denominator of"],
] as const;

function besides({ before, after }: TrailEntry): string {
  if (before === null) return "recorded nothing yet on";
  const changed = columns.find(([column]) => hasChanged(before, after, column));
  return `changed ${changed?.[1] ?? "the row of"}`;
}
