import type { RestatementCategory } from "#db/vocabulary";
import { aboutCell } from "#lib/history/about";
import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { saysSame, shownValue, shownWords } from "#lib/history/shown-value";
import { did, type Told } from "#lib/history/told";
import { categoryNames, holdsWords } from "#lib/rules/restating";

/** A published figure as it was and as it became, of which edition, of which category and why. */
export function restatementSentence(entry: TrailEntry, { grading, wordsOf }: SentenceFacts): Told {
  const { after } = entry;
  const said = (figure: string, missing: string) =>
    shownValue({ value: textOf(after, figure), missing: textOf(after, missing) }, grading);
  const category = textOf(after, "category") as RestatementCategory | null;
  const reason = wordsOf(textOf(after, "reason"));
  const number = textOf(after, "edition_number");
  const holds = typeof after?.comment_holds === "boolean" ? after.comment_holds : null;
  const detail = [
    category && categoryNames[category],
    reason && `Reason: ${reason.replace(/[.]$/, "")}`,
    holdsWords(holds),
  ];
  const change = { before: said("figure_before", "missing_before"), after: said("figure", "missing") };
  const isSame = saysSame(change.before, change.after);
  const what = isSame ? `: ${shownWords(change.after)} stays, and what stands beside it was changed` : "";
  return did("restated", [...aboutCell(entry), { text: `${number ? `, after edition ${number}` : ""}${what}` }], {
    change: isSame ? null : change,
    detail: detail.filter(Boolean).join(". ") || null,
  });
}
