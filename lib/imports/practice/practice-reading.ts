import { type Measure, practiceSections } from "#lib/imports/practice/measures";
import { practiceFigures } from "#lib/imports/practice/practice-figures";
import { practiceMonths } from "#lib/imports/practice/practice-months";
import { bandsAround, milestoneOf } from "#lib/imports/practice/thresholds";
import type { IndicatorRead, Reading } from "#lib/imports/reader/reading";
import type { LabelSet } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

export const practiceName = "Practice scorecard (made-up figures)";

/** Answers for its figures, and nobody leads it. */
export const practiceTeam = "Practice team";

/** When milestones fall: at the end of the years, and after them. */
const planned: readonly Month[] = ["2013-06", "2013-12", "2014-03", "2014-06"];

const nowhere = { row: null, column: null };

/** Every practice indicator by its ref. */
export const practiceMeasures: readonly { ref: string; section: string; at: Measure }[] = practiceSections.flatMap(
  ({ measures }, index) =>
    measures.map((at, place) => ({ ref: `${index + 1}.${place + 1}`, section: String(index + 1), at })),
);

/** The practice scorecard as if it had been read from a file; what a file cannot say, such as parts of a figure, comes after. */
export function practiceReading(labelSet: LabelSet): Reading {
  return {
    name: practiceName,
    labelSet,
    benchmark: null,
    months: practiceMonths.map((month) => ({ month, state: "closed" })),
    sections: practiceSections.map(({ theme, title }, index) => {
      return { number: String(index + 1), title, theme, team: practiceTeam };
    }),
    indicators: practiceMeasures.map(({ ref, section, at }) => indicatorRead(ref, section, at, labelSet)),
    comments: [],
  };
}

function indicatorRead(ref: string, section: string, at: Measure, { labels }: LabelSet): IndicatorRead {
  const { measure, unit, direction, precision, every } = at;
  return {
    ...nowhere,
    ref,
    section,
    measure,
    unit,
    direction,
    precision,
    ...(every && { every }),
    actionPlanRefs: [],
    benchmark: null,
    bands: bandsAround(at, labels).map((band, column) => ({ ...band, column })),
    actuals: practiceFigures(ref, at).flatMap(({ month, value, parts, missing, flag }) =>
      value === null || parts || missing || flag ? [] : [{ ...nowhere, month, value }],
    ),
    milestones: planned.map((month) => ({ ...nowhere, month, asTyped: milestoneOf(at) })),
  };
}
