import { chartModel } from "#components/charts/chart-model";
import { promiseOf } from "#components/charts/promise-of";
import type { Drawn } from "#components/pictures/drawn";
import { type CellView, cellView } from "#components/scorecards/cell-view";
import { type Assurance, latestPoint, type Variation, variationOf } from "#lib/rules/control-chart";
import { fewestValues } from "#lib/rules/control-limits";
import type { Level } from "#lib/rules/labels";
import { monthShort } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";

/** An indicator's line over its bands, as wide as a thousand; its latest figure; what is usual of it, and what is promised. */
export type UsualRow = {
  ref: string;
  measure: string;
  areas: [tone: string, x: number, y: number, width: number, height: number][];
  line: string;
  limits: string;
  latest: { cell: CellView; month: string } | null;
  variation: Variation | null;
  /** How many of the figures there are by which it could be said what is usual. */
  given: string;
  promise: { assurance: Assurance; of: string } | null;
};

export const usualRows = (sheet: Sheet, drawn: readonly Drawn[], placeOf: (level: Level) => number): UsualRow[] =>
  drawn.map(({ indicator, stretches }) => {
    const chart = chartModel(sheet, indicator, stretches);
    const latest = latestPoint(stretches)?.point.month;
    const promise = promiseOf(indicator, stretches);
    const given = stretches.flatMap(({ points }) => points).filter(({ value }) => value !== null).length;
    return {
      ref: indicator.ref,
      measure: indicator.now.measure,
      areas:
        chart?.areas.map(({ tone, x, y, width, height }) => [
          tone,
          Math.round(x * 10),
          y,
          Math.round(width * 10),
          height,
        ]) ?? [],
      line: chart?.path.replaceAll("Z", "") ?? "",
      limits:
        chart?.lines
          .filter(({ kind }) => kind === "limit")
          .map(({ from, to, y }) => `M${Math.round(from * 10)},${y}H${Math.round(to * 10)}`)
          .join("") ?? "",
      latest: latest ? { cell: cellView(indicator.cells.get(latest), placeOf), month: monthShort(latest) } : null,
      variation: variationOf(stretches, indicator.now),
      given: `${given} of the ${fewestValues} figures it takes to say what is usual`,
      promise: promise && {
        assurance: promise.assurance,
        of: `${promise.asTyped} of ${monthShort(promise.month)}`,
      },
    };
  });

/** "By the latest figure of each: 24 nothing unusual, 3 an improvement, 2 a concern; too few figures to say of 11." */
export function usualWords(rows: readonly UsualRow[]): string {
  const count = (is: Variation["is"]) => rows.filter(({ variation }) => variation?.is === is).length;
  const said = [
    [count("common cause"), "nothing unusual"],
    [count("improvement"), "an improvement"],
    [count("concern"), "a concern"],
    [count("neither"), "unusual and neither"],
  ] as const;
  const shown = said.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`);
  const few = rows.filter(({ variation }) => variation === null).length;
  const ofFew = few > 0 ? [`${shown.length > 0 ? "too" : "Too"} few figures to say of ${few}`] : [];
  const ofMany = shown.length > 0 ? [`By the latest figure of each: ${shown.join(", ")}`] : [];
  return `${[...ofMany, ...ofFew].join("; ")}.`;
}
