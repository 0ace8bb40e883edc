import { changeWords } from "#components/scorecards/change-words";
import { changeTitle, changeTitles } from "#components/scorecards/changes-view";
import { type Level, levelOf } from "#lib/rules/labels";
import type { Change } from "#lib/scorecards/what-changed";

/** An indicator that moved, with the places of its two levels among those of the page where both months have one. */
export type Mover = [ref: string, measure: string, words: string, signs?: [was: number, is: number]];

export type MoversView = { title: string; those: Mover[] }[];

/** Whose grade changed, and whose figure did, the furthest first. */
export const moversView = (changes: readonly Change[], placeOf: (level: Level) => number): MoversView =>
  changeTitles
    .slice(0, 4)
    .map((title) => ({
      title,
      those: changes
        .filter((change) => changeTitle(change) === title)
        .toSorted((a, b) => Math.abs(b.levels ?? 0) - Math.abs(a.levels ?? 0))
        .map((change) => mover(change, placeOf)),
    }))
    .filter(({ those }) => those.length > 0);

function mover(change: Change, placeOf: (level: Level) => number): Mover {
  const { indicator, before, cell } = change;
  const [was, is] = [before && levelOf(before.labels, before.grade), levelOf(cell.labels, cell.grade)];
  const said = [indicator.ref, cell.at.measure, changeWords(change)] as const;
  return was && is ? [...said, [placeOf(was), placeOf(is)]] : [...said];
}
