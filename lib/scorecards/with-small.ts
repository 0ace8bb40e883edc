import type { Unit } from "#db/vocabulary";
import { emptyActual } from "#lib/rules/actual";
import type { Month } from "#lib/rules/month";
import { coverageTold } from "#lib/rules/small/coverage-told";
import { figuresTold } from "#lib/rules/small/figures-told";
import { hiddenMonths } from "#lib/rules/small/hidden-months";
import { inOrderOfStanding } from "#lib/rules/small/in-order-of-standing";
import { tellsAny } from "#lib/rules/small/tells-figure";
import type { OwnRows } from "#lib/scorecards/own-rows";
import type { IndicatorAt, SheetCell, SheetComment } from "#lib/scorecards/sheet";
import type { StandingFigure } from "#lib/scorecards/small-rows";

type At = (month: Month) => IndicatorAt | null;

/**
 * An indicator's cells with those marked that readers are not shown; to whoever is a reader without their figures, and
 * without all that is said by them. The one place where that is done: nothing further on knows what stood there.
 */
export function withSmall(
  cells: readonly SheetCell[],
  { small: [small] }: OwnRows,
  { at, isShown }: { at: At; isShown: boolean },
): readonly SheetCell[] {
  if (!small) return cells;
  const now = (month: Month) => small.hidesNow.find((each) => each.firstMonth <= month && month <= each.lastMonth);
  const hides = (month: Month) => at(month)?.hidesSmall === true || now(month) !== undefined;
  const figures = inOrderOfStanding(small.figures).flatMap((figure) => {
    const held = at(figure.month);
    if (!held) return [];
    const covers = now(figure.month)?.covers ?? held.covers ?? coverageTold(small.toldNow, figure.month);
    return { ...figure, unit: held.unit, covers, hides: hides(figure.month) };
  });
  const hidden = hiddenMonths(figures);
  if (isShown) return cells.map((cell) => (hidden.has(cell.month) ? { ...cell, small: "hidden from readers" } : cell));
  const told = new Map(
    small.figures
      .filter(({ month }) => hidden.has(month))
      .map((figure) => [figure.month, toldBy(figure, at(figure.month)?.unit ?? "count")]),
  );
  return cells.map((cell) => {
    const kept = [cell.month, cell.previousDue].flatMap((month) => (month && told.get(month)) || []);
    const comment = hides(cell.month) || kept.length > 0 ? withoutFigures(cell.comment, kept) : cell.comment;
    return hidden.has(cell.month) ? { ...withoutFigure(cell), comment } : { ...withoutNote(cell, kept), comment };
  });
}

/** All by which a figure would be told that stands, or that stood before it was restated. */
const toldBy = (figure: StandingFigure, unit: Unit): string[] => [
  ...figuresTold(unit, figure),
  ...(figure.restated ?? []).flatMap(({ before }) =>
    figuresTold(unit, { value: before, numerator: null, denominator: null }),
  ),
];

function withoutNote(cell: SheetCell, figures: readonly string[]): SheetCell {
  const { actual } = cell;
  return actual?.note != null && tellsAny(actual.note, figures) ? { ...cell, actual: { ...actual, note: null } } : cell;
}

const withoutFigure = (cell: SheetCell): SheetCell => ({
  ...cell,
  actual: { ...emptyActual, missing: "c", ...(cell.actual?.isRestated && { isRestated: true }) },
  grade: null,
  milestone: cell.milestone && { ...cell.milestone, state: "hidden", words: "hidden" },
  small: "hidden",
});

/** The words are not shown that tell one of these figures, nor of an approval that lapsed by which figures it did. */
function withoutFigures(comment: SheetComment | null, figures: readonly string[]): SheetComment | null {
  if (comment === null || comment.kind === "withheld") return comment;
  if (comment.kind === "lapsed") return { kind: "lapsed", because: "what it was of has changed" };
  return tellsAny(comment.body, figures) ? { kind: "withheld" } : comment;
}
