import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { did, fromMonthOf, type Told } from "#lib/history/told";

const addedOrChanged = ({ before }: TrailEntry) => (before ? "changed" : "added");

export const scorecardSentence = (entry: TrailEntry): Told =>
  did(addedOrChanged(entry), ` the scorecard ${textOf(entry.after, "name") ?? ""}`);

export const themeSentence = (entry: TrailEntry): Told =>
  did(addedOrChanged(entry), ` the theme ${textOf(entry.after, "name") ?? ""}`);

export const sectionSentence = (entry: TrailEntry): Told => {
  const { number, title } = { number: textOf(entry.after, "number") ?? "", title: textOf(entry.after, "title") };
  return did(addedOrChanged(entry), ` section ${number} ${title ?? "(no title in the source)"}`);
};

export const labelSetSentence = (entry: TrailEntry): Told =>
  did(addedOrChanged(entry), ` the grades’ words: ${textOf(entry.after, "name") ?? ""}`);

export const labelSentence = (entry: TrailEntry): Told =>
  did(
    addedOrChanged(entry),
    ` the word ${textOf(entry.after, "word") ?? ""} for level ${textOf(entry.after, "rank") ?? ""}, counted from the best`,
  );

export const scorecardLabelSetSentence = ({ after }: TrailEntry, { nameOf }: SentenceFacts): Told =>
  did("chose", ` the grades’ words${fromMonthOf(after)}: ${nameOf(textOf(after, "label_set_id")) ?? ""}`);
