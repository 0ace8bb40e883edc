import type { Coverage, Unit } from "#db/vocabulary";
import type { Shape } from "#lib/imports/practice/shapes";
import type { OneWay } from "#lib/rules/which-is-better";

/** One practice indicator: figures lie around `mean`, scattered by `spread`; the milestone lies so many spreads better than it. */
export type Measure = {
  measure: string;
  unit: Unit;
  direction: OneWay;
  precision: number;
  mean: number;
  spread: number;
  shape: Shape;
  ahead: number;
  /** Due every so many months, if not every one. */
  every?: 3 | 12;
  /** Recorded as a numerator of about so many. */
  of?: number;
  /** What happens a year before the end: other bands, or a definition that breaks the series. */
  changes?: "bands" | "break";
  /** From then on small numbers are hidden from readers, and so it says what a figure covers. */
  hides?: Coverage;
};

type Line = [
  measure: string,
  kind: `${"%" | "n" | "avg"} ${"up" | "down"}`,
  mean: number,
  spread: number,
  shape: Shape,
  ahead: number,
  more?: Pick<Measure, "every" | "of" | "changes" | "hides">,
];

const units = { "%": "percent", n: "count", avg: "average" } as const;

function measureOf([measure, kind, mean, spread, shape, ahead, more]: Line): Measure {
  const [unit, good] = kind.split(" ") as ["%" | "n" | "avg", "up" | "down"];
  return {
    measure: `${measure} (made up)`,
    unit: units[unit],
    direction: good === "up" ? "higher" : "lower",
    precision: unit === "avg" || (unit === "%" && spread < 3) ? 1 : 0,
    mean,
    spread,
    shape,
    ahead,
    ...more,
  };
}

/** Four themes of sections, each of four measures. */
export const practiceSections: { theme: string; title: string; measures: Measure[] }[] = [
  {
    theme: "Practice theme: help and protection",
    title: "Contact and referral",
    measures: [
      ["% contacts decided within one day", "% up", 82, 4, "rising", 1],
      ["% repeat referrals", "% down", 22, 3, "steady", 0, { of: 180 }],
      ["Referrals in the month", "n down", 160, 18, "once high", 0],
      ["% referrals that led to an assessment", "% up", 71, 5, "two of three high", -3],
    ],
  },
  {
    theme: "Practice theme: help and protection",
    title: "Assessment",
    measures: [
      ["% assessments within 45 days", "% up", 78, 5, "falling", 3, { of: 120 }],
      ["% assessments in which the child was seen", "% up", 90, 3, "shifted up", 0, { of: 120 }],
      ["Average days of an assessment", "avg down", 38, 3, "last one high", 0],
      ["Assessments open beyond 45 days", "n down", 24, 6, "shifted down", 1],
    ],
  },
  {
    theme: "Practice theme: help and protection",
    title: "Child protection",
    measures: [
      ["% first conferences within 15 days", "% up", 84, 6, "last one low", 0, { of: 36, hides: "the month" }],
      ["% children visited in time", "% up", 93, 2.4, "steady", -4, { of: 210 }],
      ["Plans open more than two years", "n down", 9, 3, "falling", 0],
      ["% second or further plans", "% down", 14, 2.5, "two of three low", 0],
    ],
  },
  {
    theme: "Practice theme: children looked after",
    title: "Placement",
    measures: [
      ["Children looked after", "n down", 410, 12, "rising", 2],
      ["% in three or more placements", "% down", 11, 2, "steady", 3],
      ["% placed more than 20 miles away", "% down", 18, 2.5, "gaps", 0],
      ["% in long-term placements", "% up", 66, 4, "steady", 0, { changes: "bands" }],
    ],
  },
  {
    theme: "Practice theme: children looked after",
    title: "Health and education",
    measures: [
      ["% health assessments in time", "% up", 88, 4, "symbols", 0],
      ["% with a dentist's visit", "% up", 76, 5, "steady", 0, { every: 3 }],
      ["% with a personal education plan", "% up", 91, 3, "shifted up", -3, { every: 3 }],
      ["% attainment at the expected level", "% up", 44, 4, "steady", 0, { every: 12 }],
    ],
  },
  {
    theme: "Practice theme: children looked after",
    title: "Leaving care",
    measures: [
      ["% in suitable accommodation", "% up", 86, 3, "steady", -4],
      ["% in education, employment or training", "% up", 52, 5, "two of three high", 2],
      ["% in touch with their adviser", "% up", 100, 0, "constant", 0],
      ["Care leavers without a pathway plan", "n down", 6, 3, "once high", 0, { hides: "as at the month’s end" }],
    ],
  },
  {
    theme: "Practice theme: voice of the child",
    title: "Views and wishes",
    measures: [
      ["% taking part in their review", "% up", 83, 5, "steady", 0, { of: 95 }],
      ["% case files that record the child's views", "% up", 74, 6, "shifted down", 2, { changes: "break" }],
      ["% offered an advocate", "% up", 62, 7, "rising", 1],
      ["Complaints in the month", "n down", 8, 4, "steady", 0, { hides: "the month" }],
    ],
  },
  {
    theme: "Practice theme: voice of the child",
    title: "Participation",
    measures: [
      ["Young people in the council of children", "n up", 24, 4, "steady", 0, { every: 3 }],
      ["% satisfied with their social worker", "% up", 79, 4, "steady", 0, { every: 12 }],
      ["% of returns home interviews held", "% up", 68, 8, "gaps", 3],
      ["% plans written with the child", "% up", 70, 6, "last one high", 0, { changes: "bands" }],
    ],
  },
  {
    theme: "Practice theme: workforce",
    title: "Capacity",
    measures: [
      ["Average caseload", "avg down", 19, 1.6, "shifted up", 1],
      ["Highest single caseload", "n down", 31, 4, "two of three low", 0],
      ["% posts filled by permanent staff", "% up", 72, 3, "falling", 3, { of: 160 }],
      ["% agency social workers", "% down", 21, 2.6, "rising", 3, { of: 160 }],
    ],
  },
  {
    theme: "Practice theme: workforce",
    title: "Supervision and learning",
    measures: [
      ["% supervised in the month", "% up", 87, 4, "last one low", 0],
      ["% with an appraisal this year", "% up", 92, 3, "steady", 0, { every: 3 }],
      ["Average days of training a worker", "avg up", 1.2, 0.5, "symbols", 0],
      ["Sickness days a worker", "avg down", 0.9, 0.3, "steady", 0, { changes: "break" }],
    ],
  },
].map(({ measures, ...section }) => ({ ...section, measures: (measures as Line[]).map(measureOf) }));
