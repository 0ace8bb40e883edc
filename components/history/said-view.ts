import type { ShownLevel } from "#components/scorecards/grade-class";
import type { Part, Sentence, ShownValue, TrailEntry } from "#lib/history/entry";
import type { Level } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** A piece of a sentence: plain, or what was done, or what links to an indicator or a comment. */
export type SaidPart = string | readonly [text: string, as: "done" | "indicator" | "comment"];

/** What a sentence is about, to link to. */
export type Place = { slug: string; ref: string; month: Month | null };

/** A figure with its level's place among those of the page and its flags (p, e), or words for none. */
export type ShownFigure = string | readonly [figure: string, level: number | null, flags?: string];

/** An entry's sentence, as it travels to the browser. */
export type SaidView = {
  parts: SaidPart[];
  place?: Place;
  change?: readonly [ShownFigure, ShownFigure];
  detail?: string;
};

export type Levels = { levels: ShownLevel[]; placeOf: (level: Level) => number };

export function saidView({ parts, change, detail }: Sentence, entry: TrailEntry, { placeOf }: Levels): SaidView {
  const { scorecardSlug: slug, ref, month } = entry;
  const place = slug && ref && parts.some(({ as }) => as && as !== "done") ? { slug, ref, month } : undefined;
  return {
    parts: saidParts(parts, place),
    ...(place && { place }),
    ...(change && { change: [shown(change.before, placeOf), shown(change.after, placeOf)] as const }),
    ...(detail && { detail }),
  };
}

/** As few pieces as may be, with a full stop. */
function saidParts(parts: readonly Part[], place: Place | undefined): SaidPart[] {
  const said: SaidPart[] = [];
  const say = (text: string) => {
    const last = said.at(-1);
    if (typeof last === "string") said[said.length - 1] = last + text;
    else if (text) said.push(text);
  };
  for (const { text, as } of parts) {
    if (as === "done") said.push([text, as]);
    else if (as && place) said.push([text, as === "comment" && !place.month ? "indicator" : as]);
    else say(text);
  }
  if (!/[.?!]$/.test(parts.at(-1)?.text ?? "")) say(".");
  return said;
}

function shown(value: ShownValue, placeOf: Levels["placeOf"]): ShownFigure {
  if ("words" in value) return value.words;
  const flags = (value.provisional ? "p" : "") + (value.estimated ? "e" : "");
  const level = value.grade && placeOf(value.grade);
  return flags ? [value.figure, level, flags] : [value.figure, level];
}
