import Big from "big.js";
import { drawnLimits } from "#components/charts/drawn-limits";
import { promiseOf } from "#components/charts/promise-of";
import { latestPoint, type Stretch, variationOf } from "#lib/rules/control-chart";
import { fewestValues } from "#lib/rules/control-limits";
import type { Signal } from "#lib/rules/control-signals";
import { apart } from "#lib/rules/direction";
import { formatFigure } from "#lib/rules/figure";
import { figureWords } from "#lib/rules/figure-words";
import { monthName } from "#lib/rules/month";
import type { SheetIndicator } from "#lib/scorecards/sheet";

/** What an indicator's chart shows, in sentences: whoever does not see it learns the same. */
export function chartWords(
  indicator: SheetIndicator,
  stretches: readonly Stretch[],
  beginsAt: string | null,
): string[] {
  return [
    travelled(indicator, stretches),
    milestones(indicator),
    ...rebasings(indicator),
    usual(indicator, stretches),
    promised(indicator, stretches),
    restated(indicator),
    beginsAt === null ? "" : `The axis begins at ${beginsAt}, not at 0.`,
  ].filter(Boolean);
}

function travelled({ now, cells }: SheetIndicator, stretches: readonly Stretch[]): string {
  const given = stretches.flatMap(({ points }) => points).filter(({ value }) => value !== null);
  const [first, last] = [given[0], given.at(-1)];
  if (!first || !last) return "";
  const words = (value: string | null) => figureWords(value!, now);
  if (first === last) return `${words(first.value)} in ${monthName(first.month)}.`;
  const inOrder = given.map(({ value }) => value!).toSorted((one, other) => Big(one).cmp(other));
  const none = stretches.flatMap(({ points }) => points).filter(({ value }) => value === null);
  const hidden = none.filter(({ month }) => cells.get(month)?.small === "hidden").length;
  const missing = none.length - hidden;
  return [
    `From ${words(first.value)} in ${monthName(first.month)} to ${words(last.value)} in ${monthName(last.month)}`,
    `; lowest ${words(inOrder[0]!)}, highest ${words(inOrder.at(-1)!)}`,
    hidden > 0 ? `; ${hidden} hidden` : "",
    missing > 0 ? `; ${missing} due and not given` : "",
    ".",
  ].join("");
}

function milestones({ cells }: SheetIndicator): string {
  const counts = Map.groupBy(
    [...cells.values()].flatMap(({ milestone }) => milestone?.state ?? []),
    (state) => (state === "due" ? "to come" : state),
  );
  const said = [...counts].map(([state, { length }]) => `${length} ${state}`);
  return said.length > 0 ? `Milestones: ${said.join(", ")}.` : "";
}

function usual({ now }: SheetIndicator, stretches: readonly Stretch[]): string {
  const latest = latestPoint(stretches);
  const variation = variationOf(stretches, now);
  if (!latest) return "";
  if (!latest.limits || !variation) {
    const given = stretches.at(-1)?.points.filter(({ value }) => value !== null).length ?? 0;
    return `What is usual of it can be said from ${fewestValues} figures on; there ${given === 1 ? "is" : "are"} ${given}.`;
  }
  const said = (value: Big) => formatFigure(value.round(now.precision + 1, Big.roundHalfUp).toFixed());
  const { lower, upper } = drawnLimits(latest.limits, now.unit);
  const range = `usual is ${[lower && `from ${said(lower)}`, upper && `up to ${said(upper)}`].filter(Boolean).join(" ") || "any figure"}`;
  if (variation.is === "common cause") return `The latest figure is common cause: nothing unusual; ${range}.`;
  const why = latest.point.signals.map(signalWords).join(", ");
  const what = variation.is === "neither" ? "neither improvement nor concern" : `of ${variation.is}`;
  return `The latest figure is a special cause, ${what}: ${why}; ${range}.`;
}

const rebasings = ({ cells, rebased }: SheetIndicator): string[] =>
  rebased.flatMap(({ month, because }) =>
    cells.has(month)
      ? `From ${monthName(month)} on its limits are worked out anew: ${apart(because.replace(/[^.!?…]$/, "$&."))}`
      : [],
  );

function promised(indicator: SheetIndicator, stretches: readonly Stretch[]): string {
  const promise = promiseOf(indicator, stretches);
  if (!promise) return "";
  const { assurance, asTyped, month } = promise;
  const words = {
    "consistently passes": `Nothing changing, it goes on passing ${asTyped}`,
    "consistently fails": `Nothing changing, it goes on failing ${asTyped}`,
    "hit or miss": `Nothing changing, it hits or misses ${asTyped} by chance`,
  };
  return `${words[assurance]}, the milestone of ${monthName(month)}.`;
}

function restated({ cells }: SheetIndicator): string {
  const months = [...cells.values()].flatMap(({ month, actual }) => (actual?.isRestated ? monthName(month) : []));
  return months.length > 0 ? `Revised after it was published [r]: ${months.join(", ")}.` : "";
}

export const signalWords = ({ kind, side }: Signal): string =>
  ({
    outside: `outside the limits, ${side}`,
    "two of three": `two of three near the ${side === "high" ? "upper" : "lower"} limit`,
    shift: `seven or more in a row ${side === "high" ? "above" : "below"} the mean`,
    trend: `seven or more ${side === "high" ? "rising" : "falling"} in a row`,
  })[kind];
