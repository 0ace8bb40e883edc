import { aboutCell } from "#lib/history/about";
import type { Part, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { isDecimal, rankIn, textOf } from "#lib/history/image";
import { cameToBe, did, fromMonthOf, monthIn, type Told } from "#lib/history/told";
import { plainFigure } from "#lib/rules/figure";
import { gradeWord } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";

const indicator = ({ ref }: TrailEntry): Part => ({ text: ref ?? "an indicator", as: "indicator" });

/** Of what was set, that it was withdrawn, or when it ends; null where it is set just then. */
function endedOf(entry: TrailEntry, what: string): Told | null {
  const { before, after } = entry;
  if (!before) return null;
  const about = [{ text: `${what} ` }, indicator(entry)];
  if (cameToBe(before, after, "withdrawn_at")) {
    return did("withdrew", [...about, { text: fromMonthOf(after) }]);
  }
  const last = cameToBe(before, after, "to_month") ? monthIn(after, "to_month") : null;
  return last ? did("ended", [...about, { text: ` with ${monthName(last)}` }]) : null;
}

const setOrChanged = ({ before }: TrailEntry) => (before ? "changed" : "set");

export const indicatorSentence = (entry: TrailEntry): Told =>
  did(entry.before ? "changed" : "added", [{ text: "the indicator " }, indicator(entry)]);

const moves = ["indicator.move", "section.merge"];

export function definitionSentence(entry: TrailEntry, { nameOf, wordsOf }: SentenceFacts): Told {
  const { before, after, verb } = entry;
  const ended = endedOf(entry, "the definition of");
  if (ended) return ended;
  const since = fromMonthOf(after);
  if (!before && moves.includes(verb)) {
    const section = nameOf(textOf(after, "section_id")) ?? "";
    return did("placed", [indicator(entry), { text: ` in section ${section}${since}` }]);
  }
  const because = wordsOf(textOf(after, "rebased_because"));
  const rebased = because && `Its limits are worked out anew, because: ${because}`;
  return did(before ? "changed the definition of" : "defined", [indicator(entry), { text: since }], {
    detail: [textOf(after, "measure"), after?.hides_small === true && "Small numbers are hidden from readers", rebased]
      .filter(Boolean)
      .join(". "),
  });
}

export const indicatorTeamSentence = (entry: TrailEntry, { nameOf }: SentenceFacts): Told =>
  endedOf(entry, "the team of") ??
  did("gave", [
    indicator(entry),
    { text: ` to the ${nameOf(textOf(entry.after, "team_id")) ?? ""} team${fromMonthOf(entry.after)}` },
  ]);

const often: Record<string, string> = { "1": "every month", "3": "every quarter", "12": "every year" };

export const dueRuleSentence = (entry: TrailEntry): Told =>
  endedOf(entry, "when figures are due of") ??
  did(entry.before ? "changed when" : "set when", [
    indicator(entry),
    { text: ` is due: ${often[textOf(entry.after, "every") ?? ""] ?? "regularly"}${fromMonthOf(entry.after)}` },
  ]);

export const bandSetSentence = (entry: TrailEntry): Told =>
  endedOf(entry, "the bands of") ??
  did(setOrChanged(entry), [{ text: "the bands of " }, indicator(entry), { text: fromMonthOf(entry.after) }]);

export function bandSentence(entry: TrailEntry, { grading }: SentenceFacts): Told {
  const labels = grading?.labels ?? [];
  return did(setOrChanged(entry), [
    { text: `the band ${gradeWord(labels, rankIn(entry.after, "rank"))} of ` },
    indicator(entry),
    { text: `: ${textOf(entry.after, "as_typed") ?? ""}` },
  ]);
}

export function benchmarkSentence(entry: TrailEntry): Told {
  const value = textOf(entry.after, "value") ?? "0";
  const ended = endedOf(entry, "the benchmark of");
  if (ended) return ended;
  return did(setOrChanged(entry), [
    { text: "the benchmark of " },
    indicator(entry),
    { text: `: ${textOf(entry.after, "name") ?? ""} ${isDecimal(value) ? plainFigure(value) : value}` },
  ]);
}

export const milestoneSentence = (entry: TrailEntry): Told =>
  did(cameToBe(entry.before, entry.after, "withdrawn_at") ? "withdrew" : setOrChanged(entry), [
    { text: "the milestone of " },
    ...aboutCell(entry),
    { text: `: ${textOf(entry.after, "as_typed") ?? ""}` },
  ]);
