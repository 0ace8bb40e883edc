import { leadingMonth, monthsIn } from "#lib/rules/leading-month";
import { labelsAt } from "#lib/scorecards/labels-at";
import type { Sheet } from "#lib/scorecards/sheet";

/** The sheet that the parts of one are of, read one after the other. */
export async function wholeSheet(parts: AsyncIterable<Sheet>): Promise<Sheet | null> {
  const read: Sheet[] = [];
  for await (const part of parts) read.push(part);
  const [first] = read;
  if (!first) return null;
  const whole: Sheet = { ...first, indicators: read.flatMap(({ indicators }) => indicators) };
  const focus = leadingMonth(monthsIn(whole.figureMonths, whole.indicators));
  return { ...whole, focus, labels: focus ? labelsAt(whole.scorecard, focus) : whole.labels };
}
