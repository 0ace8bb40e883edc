import type { ShownLevel } from "#components/scorecards/grade-class";
import type { Level } from "#lib/rules/labels";

/** The levels that a page shows, each once whatever months it is of; a cell says its place among them. */
export function levelList() {
  const levels: ShownLevel[] = [];
  const places = new Map<Level, number>();
  const placeOf = (level: Level): number => {
    const known = places.get(level) ?? levels.findIndex((shown) => isShownAs(level, shown));
    const place = known < 0 ? levels.push(shownOf(level)) - 1 : known;
    places.set(level, place);
    return place;
  };
  return { levels, placeOf };
}

const shownOf = ({ word, short, shape, tone }: Level): ShownLevel => ({ word, short, shape, tone });

const isShownAs = (level: Level, shown: ShownLevel): boolean =>
  level.word === shown.word && level.short === shown.short && level.shape === shown.shape && level.tone === shown.tone;
