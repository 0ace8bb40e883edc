import { definedFrom, definitionView } from "#components/scorecards/definition-view";
import { saidView } from "#components/scorecards/said-view";
import { apart } from "#lib/rules/direction";
import { figureKind } from "#lib/rules/figure-kind";
import { figureWords } from "#lib/rules/figure-words";
import { levelOf } from "#lib/rules/labels";
import { missingWords } from "#lib/rules/missing-words";
import type { Month } from "#lib/rules/month";
import type { Sheet, SheetCell, SheetIndicator } from "#lib/scorecards/sheet";

/** Something of a scorecard that was otherwise; without a ref it is the scorecard's, without a month the indicator's. */
export type Difference = { ref: string | null; month: Month | null; what: string; was: string; is: string };

const none = "none";

/** Everything in which the past of a scorecard differs from now, in the order of its rows; as it was, and as it is. */
export function differencesView(was: Sheet, is: Sheet, timeZone: string): Difference[] {
  const now = new Map(is.indicators.map((indicator) => [indicator.id, indicator]));
  const then = new Set(was.indicators.map(({ id }) => id));
  const shown = new Set(
    [was, is].flatMap(({ figureMonths, milestoneMonths }) => [...figureMonths, ...milestoneMonths]),
  );
  const added = is.indicators.filter(({ id }) => !then.has(id));
  return [
    ...ofScorecard(was, is),
    ...was.indicators.flatMap((indicator) => ofIndicator(indicator, now.get(indicator.id), { shown, timeZone })),
    ...added.map(({ ref, now: { measure } }) => ({ ref, month: null, what: "Indicator", was: none, is: measure })),
  ];
}

function ofScorecard(was: Sheet, is: Sheet): Difference[] {
  const stateIn = (sheet: Sheet, month: Month) =>
    sheet.scorecard.months.find((each) => each.month === month)?.state ?? "not opened";
  const months = [...new Set([...was.figureMonths, ...is.figureMonths])].sort();
  return [
    ...differing({ ref: null, month: null, what: "Name" }, was.scorecard.name, is.scorecard.name),
    ...months.flatMap((month) =>
      differing({ ref: null, month, what: "Month" }, stateIn(was, month), stateIn(is, month)),
    ),
  ];
}

function ofIndicator(
  was: SheetIndicator,
  is: SheetIndicator | undefined,
  { shown, timeZone }: { shown: ReadonlySet<Month>; timeZone: string },
): Difference[] {
  const { ref } = was;
  const shows = (month: Month) => shown.has(month);
  if (!is) return [{ ref, month: null, what: "Indicator", was: was.now.measure, is: none }];
  const months = [...new Set([...was.cells.keys(), ...is.cells.keys()])].filter(shows).sort();
  const defined = new Map<string, Difference>();
  const ofCells = months.flatMap((month) => {
    const [before, after] = [was.cells.get(month), is.cells.get(month)];
    for (const { term, ...each } of definitions(before, after)) {
      const key = JSON.stringify([term, each.was, each.is]);
      if (!defined.has(key)) defined.set(key, { ref, ...each, ...since(term, month, { before, after, months }) });
    }
    const [one, other] = [wordsOf(before, timeZone), wordsOf(after, timeZone)];
    return Object.keys(one).flatMap((what) =>
      differing({ ref, month, what }, one[what as keyof typeof one], other[what as keyof typeof other]),
    );
  });
  return [...defined.values(), ...ofCells];
}

function definitions(was: SheetCell | undefined, is: SheetCell | undefined) {
  if (!was || !is) return [];
  const [before, after] = [termsOf(was), termsOf(is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((term) => {
    const values = { was: before.get(term) ?? none, is: after.get(term) ?? none };
    return values.was === values.is ? [] : [{ term, ...values }];
  });
}

/** What has a first month of its own: what the definition says holds from the month that it names. */
const isOfOthers = (term: string) => term === "Team" || term === "Neighbour average" || term.endsWith(" band");

/** Since when something of a definition is otherwise, where that is known: it may be so in months before those shown. */
function since(
  term: string,
  month: Month,
  { before, after, months }: { before?: SheetCell; after?: SheetCell; months: readonly Month[] },
): Pick<Difference, "what" | "month"> {
  if (term === definedFrom) return { what: "First month in which it is defined as in", month };
  if (month !== months[0]) return { what: `${term} from`, month };
  if (isOfOthers(term) || !before || !after) return { what: `${term} in`, month };
  const [, from = month] = [before.at.definedFrom, after.at.definedFrom].sort();
  return { what: `${term} from`, month: from };
}

const termsOf = ({ at, labels }: SheetCell) =>
  new Map(definitionView(at, labels).map(({ term, value }) => [term, value]));

function wordsOf(cell: SheetCell | undefined, timeZone: string) {
  const said = cell && saidView(cell, timeZone, false);
  return {
    Figure: cell ? figureOf(cell) : none,
    Note: (cell?.actual?.note && apart(cell.actual.note)) || none,
    Grade: (cell && levelOf(cell.labels, cell.grade)?.word) ?? none,
    Milestone: cell?.milestone ? `${cell.milestone.milestone.asTyped}, ${cell.milestone.state}` : none,
    Comment: said ? [said.body && apart(said.body), said.standing].filter(Boolean).join(" — ") : none,
  };
}

function figureOf(cell: SheetCell): string {
  const { actual, at } = cell;
  const kind = figureKind(cell);
  const restated = actual?.isRestated && "restated";
  if (kind !== "figure" || actual?.value == null)
    return [kind in missingWords ? missingWords[kind as "x"] : kind, restated].filter(Boolean).join(", ");
  const hidden = cell.small === "hidden from readers" && cell.small;
  const flags = [actual.provisional && "provisional", actual.estimated && "estimated", restated, hidden].filter(
    Boolean,
  );
  const of = actual.numerator && `${actual.numerator} of ${actual.denominator}`;
  return [figureWords(actual.value, at), of, ...flags].filter(Boolean).join(", ");
}

const differing = (of: Pick<Difference, "ref" | "month" | "what">, was: string, is: string): Difference[] =>
  was === is ? [] : [{ ...of, was, is }];

/** Where in an indicator's row something differs: by its cells, its milestones, or what it is. */
export type DiffersView = { cells: number[]; milestones: number[]; itself: boolean };

/** The marks of one row, by the places of its months; undefined where nothing of it differs. */
export function differsView(
  those: readonly Difference[],
  months: readonly Month[],
  planned: readonly Month[],
): DiffersView | undefined {
  if (those.length === 0) return undefined;
  const isOfPlan = ({ what }: Difference) => what === "Milestone";
  const isOfCell = ({ what }: Difference) => ["Figure", "Note", "Grade", "Comment"].includes(what);
  const places = (of: readonly Month[], is: (difference: Difference) => boolean) =>
    of.flatMap((month, place) => (those.some((each) => each.month === month && is(each)) ? place : []));
  return {
    cells: places(months, isOfCell),
    milestones: places(planned, isOfPlan),
    itself: those.some((each) => !isOfPlan(each) && !isOfCell(each)),
  };
}
