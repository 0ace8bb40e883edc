import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { cameToBe, did, fromMonthOf, hasChanged, type Told } from "#lib/history/told";

const addedOrChanged = ({ before }: TrailEntry) => (before ? "changed" : "added");

/** Of what was called otherwise, by its name before and after; null where it was not. */
const renamed = ({ before, after }: TrailEntry, what: string, nameOf: (image: Image | null) => string): Told | null =>
  before && nameOf(before) !== nameOf(after)
    ? did("renamed", ` ${what} ${nameOf(before)}: it is ${nameOf(after)} now`)
    : null;

const named = (image: Image | null) => textOf(image, "name") ?? "";

export function scorecardSentence(entry: TrailEntry): Told {
  const { before, after } = entry;
  if (cameToBe(before, after, "ended_at") && before) return did("ended", ` the scorecard ${named(after)}`);
  const sentence = textOf(after, "sentence");
  return (
    renamed(entry, "the scorecard", named) ??
    (before && hasChanged(before, after, "sentence")
      ? did("changed", ` what the scorecard ${named(after)} is for${sentence ? `: ${sentence}` : ""}`)
      : did(addedOrChanged(entry), ` the scorecard ${named(after)}`))
  );
}

export function themeSentence(entry: TrailEntry): Told {
  const { before, after } = entry;
  if (cameToBe(before, after, "ended_at") && before) return did("ended", ` the theme ${named(after)}`);
  const moved = before && hasChanged(before, after, "position");
  return (
    renamed(entry, "the theme", named) ?? did(moved ? "moved" : addedOrChanged(entry), ` the theme ${named(after)}`)
  );
}

const titled = (image: Image | null) =>
  `${textOf(image, "number") ?? ""} ${textOf(image, "title") ?? "(no title in the source)"}`;

export function sectionSentence(entry: TrailEntry, { nameOf }: SentenceFacts): Told {
  const { before, after } = entry;
  if (cameToBe(before, after, "ended_at") && before) {
    const isMerged = entry.verb === "section.merge";
    return did(isMerged ? "merged" : "ended", ` section ${titled(after)}${isMerged ? " into another" : ""}`);
  }
  if (before && hasChanged(before, after, "theme_id")) {
    const theme = nameOf(textOf(after, "theme_id"));
    return did("moved", ` section ${titled(after)}${theme ? ` to ${theme}` : ""}`);
  }
  return renamed(entry, "section", titled) ?? did(addedOrChanged(entry), ` section ${titled(after)}`);
}

export const labelSetSentence = (entry: TrailEntry): Told =>
  did(addedOrChanged(entry), ` the grades’ words: ${textOf(entry.after, "name") ?? ""}`);

export const labelSentence = (entry: TrailEntry): Told =>
  did(
    addedOrChanged(entry),
    ` the word ${textOf(entry.after, "word") ?? ""} for level ${textOf(entry.after, "rank") ?? ""}, counted from the best`,
  );

export const scorecardLabelSetSentence = ({ after }: TrailEntry, { nameOf }: SentenceFacts): Told =>
  did("chose", ` the grades’ words${fromMonthOf(after)}: ${nameOf(textOf(after, "label_set_id")) ?? ""}`);
