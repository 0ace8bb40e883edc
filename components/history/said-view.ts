import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import type { Part, Sentence, ShownValue, TrailEntry } from "#lib/history/entry";
import type { Level } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** A piece of a sentence: plain, or what was done, or what links to a person, an indicator, its month or a comment. */
export type SaidPart = string | readonly [text: string, as: number];

/** What a piece is, by its place here: a page has hundreds of them. */
export const kindsOfPart = ["done", "person", "indicator", "month", "comment"] as const satisfies Part["as"][];
const kindOf = (as: NonNullable<Part["as"]>) => kindsOfPart.indexOf(as);

/** What a sentence is about, to link to: the scorecard by its place among those of the page, an indicator, a month. */
export type Place = readonly [slug: number, ref: string, month?: Month];

/** A figure with its level's place among those of the page and its flags (p, e), or words for none. */
export type ShownFigure = string | readonly [figure: string, level?: number | null, flags?: string];

/** An entry's sentence, as it travels to the browser. */
export type SaidView = {
  parts: SaidPart[];
  place?: Place;
  /** Who did it, by their place among the people of the page. */
  who?: number;
  change?: readonly [ShownFigure, ShownFigure];
  detail?: string;
};

/** What the sentences of a page refer to by its place, each once: the levels of figures, the slugs of scorecards, people's ids. */
export type References = { levels: ShownLevel[]; slugs: string[]; people: string[] };
export type Refer = {
  level: (level: Level) => number;
  slug: (slug: string) => number;
  person: (id: string) => number;
};

export function references(): { refer: Refer; references: References } {
  const { levels, placeOf } = levelList();
  const slugs: string[] = [];
  const people: string[] = [];
  const among = (list: string[]) => (name: string) => (list.includes(name) ? list.indexOf(name) : list.push(name) - 1);
  const refer = { level: placeOf, slug: among(slugs), person: among(people) };
  return { refer, references: { levels, slugs, people } };
}

/** `byName`: a month is led to by its name, and not by the entry's position. */
export function saidView(
  { parts, change, detail }: Sentence,
  entry: TrailEntry,
  refer: Refer,
  byName = true,
): SaidView {
  const linked = new Set(parts.map(({ as }) => as));
  const place = placeOf(entry, linked, refer, byName);
  return {
    parts: saidParts(parts, place),
    ...(place && { place }),
    ...(linked.has("person") && entry.person && { who: refer.person(entry.person.id) }),
    ...(change && { change: [shown(change.before, refer), shown(change.after, refer)] as const }),
    ...(detail && { detail }),
  };
}

/** As much of it as is linked to. */
function placeOf(
  { scorecardSlug, ref, month }: TrailEntry,
  linked: Set<Part["as"]>,
  refer: Refer,
  byName: boolean,
): Place | undefined {
  if (!scorecardSlug || !ref || !(linked.has("indicator") || linked.has("comment"))) return;
  const slug = refer.slug(scorecardSlug);
  return month && (linked.has("comment") || (byName && linked.has("month"))) ? [slug, ref, month] : [slug, ref];
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
    if (as === "done" || as === "person") said.push([text, kindOf(as)]);
    else if (as && place) said.push([text, kindOf(as === "comment" && !place[2] ? "indicator" : as)]);
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
