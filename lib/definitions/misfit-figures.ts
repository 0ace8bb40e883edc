import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { type FigureShape, plainFigure, readFigure } from "#lib/rules/figure";
import { type Month, monthName } from "#lib/rules/month";
import { wholeNumber } from "#lib/rules/whole-number";

const named = 3;

/** Figures that were recorded and would not be taken in the shape that is given: they stay as they are. */
export function misfitFigures(
  { own }: IndicatorRead,
  { from, definition }: { from: Month; definition: FigureShape },
): string[] {
  const next = own.definitions.flatMap(({ firstMonth }) => (firstMonth > from ? firstMonth : [])).sort()[0];
  const misfits = [...own.actuals.values()]
    .filter(({ month, value }) => {
      const isIn = month >= from && (!next || month < next);
      return isIn && value !== null && !readFigure(plainFigure(value), definition).ok;
    })
    .sort((a, b) => a.month.localeCompare(b.month));
  if (misfits.length === 0) return [];
  const said = misfits.slice(0, named).map(({ month, value }) => `${plainFigure(value!)} in ${monthName(month)}`);
  const more = misfits.length > named ? ` and ${wholeNumber(misfits.length - named)} more` : "";
  return [`What was recorded stays as it is, although it would not be taken now: ${said.join(", ")}${more}.`];
}
