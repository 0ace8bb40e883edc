import { type BandLevel, type GradeLevel, type GradeShape, gradeLevels } from "#db/vocabulary";
import { type Band, reaches } from "#lib/rules/band";
import { type Bands } from "#lib/rules/bands";
import { plainFigure } from "#lib/rules/figure";

/** The words a scorecard shows for the four levels, with the shape and tone that stand beside them. */
export type Labels = Record<GradeLevel, { word: string; short: string; shape: GradeShape; tone: GradeLevel }>;

const bestFirst = ["outstanding", "good", "adequate"] as const satisfies readonly BandLevel[];

/** A figure earns the best grade whose edge it reaches. */
export function gradeOf(value: string, bands: Bands): GradeLevel {
  return bestFirst.find((level) => reaches(value, bands[level], bands.direction)) ?? "below adequate";
}

/** How many levels one grade is above another: positive is better, 0 the same. */
export function levelsAbove(grade: GradeLevel, other: GradeLevel): number {
  return gradeLevels.indexOf(other) - gradeLevels.indexOf(grade);
}

/**
 * Why a figure earns its grade: "14.1 is above 14, the edge of Good, so Adequate" for what it has not reached,
 * "90 is at or above 85, the edge of Good; 95 earns Outstanding" for what it has.
 */
export function gradeReason(value: string, bands: Bands, labels: Labels): string {
  const grade = gradeOf(value, bands);
  switch (grade) {
    case "outstanding":
      return reached(value, bands, "outstanding", labels);
    case "good":
      return `${reached(value, bands, "good", labels)}; ${asked(bands.outstanding, bands)} earns ${labels.outstanding.word}`;
    case "adequate":
      return `${notReached(value, bands, "good", labels)}, so ${labels.adequate.word}`;
    case "below adequate":
      return `${notReached(value, bands, "adequate", labels)}, so ${labels["below adequate"].word}`;
  }
}

function reached(value: string, bands: Bands, level: BandLevel, labels: Labels): string {
  const { edge, strict } = bands[level];
  const side = bands.direction === "higher" ? "above" : "below";
  return `${plainFigure(value)} is ${strict ? side : `at or ${side}`} ${plainFigure(edge)}, the edge of ${labels[level].word}`;
}

function notReached(value: string, bands: Bands, level: BandLevel, labels: Labels): string {
  const [shown, edge] = [plainFigure(value), plainFigure(bands[level].edge)];
  const [good, bad] = bands.direction === "higher" ? ["above", "below"] : ["below", "above"];
  const side = shown === edge ? `not ${good}` : bad;
  return `${shown} is ${side} ${edge}, the edge of ${labels[level].word}`;
}

function asked({ edge, strict }: Band, bands: Bands): string {
  const shown = plainFigure(edge);
  if (!strict) return shown;
  return `${bands.direction === "higher" ? "above" : "below"} ${shown}`;
}
