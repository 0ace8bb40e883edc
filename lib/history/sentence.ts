import { dataSentences } from "#lib/history/data-sentences";
import type { Sentence, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { lineReason } from "#lib/history/line-reason";
import { readingSentence } from "#lib/history/reading-sentence";
import { refusedSentence } from "#lib/history/refused-sentence";
import { isNothing, shownWords } from "#lib/history/shown-value";
import type { Told } from "#lib/history/told";
import { whoParts } from "#lib/history/who-of";
import { withMarks } from "#lib/rules/direction";

/** One entry of the trail in the product's words: "The Assessment team lead recorded 2.3 for December 2013." */
export function sentenceOf(written: TrailEntry, facts: SentenceFacts): Sentence {
  const entry = { ...written, reason: lineReason(written) };
  if (entry.operation === "refused") return finished(entry, refusedSentence(entry, facts));
  if (entry.operation === "read") return finished(entry, readingSentence(entry));
  const told = dataSentences[entry.table ?? ""];
  return finished(entry, told ? told(entry, facts) : untold(entry));
}

/** The whole of a sentence as plain text, for a file: with before and after, and why. */
export function sentenceText({ parts, change, detail }: Sentence): string {
  const said = parts.map(({ text }) => text).join("");
  const was = change && !isNothing(change.before) ? `${shownWords(change.before)} → ` : "";
  const changed = change ? `: ${was}${shownWords(change.after)}` : "";
  return [`${said}${changed}`.replace(/\.$/, ""), detail].filter(Boolean).join(". ");
}

function finished(entry: TrailEntry, { parts, isWhole, change = null, detail }: Told): Sentence {
  return marked({
    parts: isWhole ? parts : [...whoParts(entry), ...parts],
    change,
    detail: detail ?? (entry.reason && `Reason: ${entry.reason}`),
  });
}

/** With what turns the direction of its words visible, and turning nothing. */
export const marked = ({ parts, change, detail }: Sentence): Sentence => ({
  parts: parts.map((part) => ({ ...part, text: withMarks(part.text) })),
  change,
  detail: detail && withMarks(detail),
});

function untold({ operation, table }: TrailEntry): Told {
  const what = operation === "created" ? "added" : "changed";
  return { parts: [{ text: what, as: "done" }, { text: ` a row of ${table ?? "a table"}` }] };
}
