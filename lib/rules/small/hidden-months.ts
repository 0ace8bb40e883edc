import type { Coverage, Unit } from "#db/vocabulary";
import { type Month, monthsBetween } from "#lib/rules/month";
import { type CountBounds, nothingKnown, withCount } from "#lib/rules/small/count-bounds";
import { exactCount, few, isFew } from "#lib/rules/small/small-count";

/** A month's figure, with what it covers, and whether small numbers are hidden from readers in that month. */
export type SmallFigure = {
  month: Month;
  unit: Unit;
  covers: Coverage | null;
  value: string;
  numerator: string | null;
  denominator: string | null;
  hides: boolean;
};

/**
 * The months whose figures readers are not shown, of one indicator's figures in the order in which each came to stand: that
 * of a month takes the place of an earlier one of it. A figure is hidden that is of few, and one by which, together with
 * what is shown already, the count of some stretch of months could be worked out to be few. So what was decided of a
 * figure is never changed by what comes later, and all editions agree.
 */
export function hiddenMonths(figures: readonly SmallFigure[]): Set<Month> {
  const scope = scopeOf(figures);
  const [said, hidden] = [new Map<Month, Told>(), new Set<Month>()];
  let known = nothing;
  for (const figure of figures) {
    if (said.delete(figure.month)) known = [...said.values()].reduce((all, each) => each(all).known, nothing);
    hidden.delete(figure.month);
    const tell = figure.hides && isOfFew(figure) ? fewAre(figure, scope) : soManyAre(figure, scope);
    const learned = tell(known);
    if (figure.hides && (isOfFew(figure) || learned.discloses)) hidden.add(figure.month);
    if (figure.hides && !isOfFew(figure) && learned.discloses) continue;
    said.set(figure.month, tell);
    known = learned.known;
  }
  return hidden;
}

/** Whether a figure by itself is of few: counted, not counted, or of how many. Of a percentage without its parts nobody can say. */
function isOfFew(figure: SmallFigure): boolean {
  if (figure.unit === "percent" && figure.numerator === null) return true;
  return countsOf(figure).some(([, count]) => isFew(count));
}

/** What is counted: of a percentage those who are, those who are not, and all. */
function countsOf({ unit, value, numerator, denominator }: SmallFigure): [series: string, count: number][] {
  if (unit === "count") return [["count", exactCount(value)]];
  if (numerator === null || denominator === null) return [];
  const [part, whole] = [exactCount(numerator), exactCount(denominator)];
  return [
    ["part", part],
    ["rest", whole - part],
    ["whole", whole],
  ];
}

/** What can be known of each series, in each financial year or, where figures reach over more, in all of them. */
type Known = ReadonlyMap<string, CountBounds>;
const nothing: Known = new Map();

/** All points of time that figures of more than a financial year reach over; null where none does. */
type Scope = { first: number; size: number } | null;

const start: Month = "2000-04";
/** The end of a month as a point of time: 0 is the end of March 2000. */
const pointOf = (month: Month) => monthsBetween(start, month) + 1;
const yearBegins = (point: number) => Math.floor((point - 1) / 12) * 12;

function scopeOf(figures: readonly SmallFigure[]): Scope {
  if (!figures.some(({ covers }) => covers === "the last twelve months")) return null;
  const points = figures.map(({ month }) => pointOf(month));
  const first = Math.min(...points) - 12;
  return { first, size: Math.max(...points) - first + 1 };
}

/** From which point of time to which a figure counts; null of one that counts at a moment, or nobody knows when. */
function stretchOf({ month, covers }: SmallFigure): { from: number; to: number } | null {
  const to = pointOf(month);
  if (covers === "the month") return { from: to - 1, to };
  if (covers === "the year to date") return { from: yearBegins(to), to };
  return covers === "the last twelve months" ? { from: to - 12, to } : null;
}

type Told = (known: Known) => { known: Known; discloses: boolean };
type Counted = { series: string; least: number; greatest: number };

/** What is known once a figure is shown too, and whether that discloses few; what contradicts the rest is as good as that. */
const soManyAre = (figure: SmallFigure, scope: Scope): Told =>
  learning(
    figure,
    scope,
    countsOf(figure).map(([series, count]) => ({ series, least: count, greatest: count })),
  );

/** What is known once a count is hidden for being few. Of a percentage's parts nobody is told which is. */
const fewAre = (figure: SmallFigure, scope: Scope): Told =>
  learning(figure, scope, figure.unit === "count" ? [{ series: "count", ...few }] : []);

const learning =
  (figure: SmallFigure, scope: Scope, counted: readonly Counted[]): Told =>
  (known) => {
    const stretch = stretchOf(figure);
    if (!stretch) return { known, discloses: false };
    const { first, size } = scope ?? { first: yearBegins(stretch.to), size: 13 };
    const next = new Map(known);
    let discloses = false;
    for (const { series, ...bounds } of counted) {
      const name = `${series} ${first}`;
      const learned = withCount(next.get(name) ?? nothingKnown(first, size), { ...stretch, ...bounds });
      if (learned) next.set(name, learned.known);
      discloses ||= learned === null || learned.workedOut.some(isFew);
    }
    return { known: next, discloses };
  };
