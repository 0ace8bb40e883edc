import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import type { Part, Sentence, ShownValue, TrailEntry } from "#lib/history/entry";
import type { Level } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** A piece of a sentence: plain, or what was done, or what links to an indicator or a comment. */
export type SaidPart = string | readonly [text: string, as: "done" | "indicator" | "comment"];

/** What a sentence is about, to link to: the scorecard by its place among those of the page, an indicator, a month. */
export type Place = readonly [slug: number, ref: string, month?: Month];

/** A figure with its level's place among those of the page and its flags (p, e), or words for none. */
export type ShownFigure = string | readonly [figure: string, level?: number | null, flags?: string];

/** An entry's sentence, as it travels to the browser. */
export type SaidView = {
  parts: SaidPart[];
  place?: Place;
  change?: readonly [ShownFigure, ShownFigure];
  detail?: string;
};

/** What the sentences of a page refer to by its place, each once: the levels of figures, the slugs of scorecards. */
export type References = { levels: ShownLevel[]; slugs: string[] };
export type Refer = { level: (level: Level) => number; slug: (slug: string) => number };

export function references(): { refer: Refer; references: References } {
  const { levels, placeOf } = levelList();
  const slugs: string[] = [];
  const slug = (name: string) => (slugs.includes(name) ? slugs.indexOf(name) : slugs.push(name) - 1);
  return { refer: { level: placeOf, slug }, references: { levels, slugs } };
}

export function saidView({ parts, change, detail }: Sentence, entry: TrailEntry, refer: Refer): SaidView {
  const place = placeOf(entry, new Set(parts.map(({ as }) => as)), refer);
  return {
    parts: saidParts(parts, place),
    ...(place && { place }),
    ...(change && { change: [shown(change.before, refer), shown(change.after, refer)] as const }),
    ...(detail && { detail }),
  };
}

/** As much of it as is linked to. */
function placeOf({ scorecardSlug, ref, month }: TrailEntry, linked: Set<Part["as"]>, refer: Refer): Place | undefined {
  if (!scorecardSlug || !ref || !(linked.has("indicator") || linked.has("comment"))) return;
  const slug = refer.slug(scorecardSlug);
  return month && linked.has("comment") ? [slug, ref, month] : [slug, ref];
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
    else if (as && place) said.push([text, as === "comment" && !place[2] ? "indicator" : as]);
    else say(text);
  }
  if (!/[.?!]$/.test(parts.at(-1)?.text ?? "")) say(".");
  return said;
}

function shown(value: ShownValue, refer: Refer): ShownFigure {
  if ("words" in value) return value.words;
  const flags = (value.provisional ? "p" : "") + (value.estimated ? "e" : "");
  const level = value.grade && refer.level(value.grade);
  if (flags) return [value.figure, level, flags];
  return level === null ? [value.figure] : [value.figure, level];
}
