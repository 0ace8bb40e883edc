import type { ShownLevel } from "#components/scorecards/grade-class";
import type { Level } from "#lib/rules/labels";

/** The levels that a page shows, each once whatever months it is of; a cell says its place among them. */
export function levelList() {
  const levels: ShownLevel[] = [];
  const places = new Map<string, number>();
  const placeOf = ({ word, short, shape, tone }: Level): number => {
    const key = JSON.stringify([word, short, shape, tone]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, levels.length);
    return levels.push({ word, short, shape, tone }) - 1;
  };
  return { levels, placeOf };
}
