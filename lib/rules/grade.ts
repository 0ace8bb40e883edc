import Big from "big.js";
import { type Band, isReachedBy, rangeWords, signTo } from "#lib/rules/band";
import type { Bands } from "#lib/rules/bands";
import { plainFigure } from "#lib/rules/figure";
import { type Grade, gradeWord, type Labels, type Level } from "#lib/rules/labels";
import { sidesOf } from "#lib/rules/which-is-better";

/** A figure earns the best grade whose edge it reaches; where it reaches none, the grade below all bands. */
export function gradeOf(value: string, { bestFirst, direction }: Bands): Grade {
  const figure = Big(value);
  const reached = bestFirst.findIndex((band) => isReachedBy(figure, band, direction));
  return (reached < 0 ? bestFirst.length : reached) + 1;
}

/**
 * The grade of a month's figure; null where there is no figure or no bands. Bands that are not one fewer than the month's
 * levels were not made for them, and grade nothing.
 */
export function earnedGrade(value: string | null | undefined, bands: Bands | null, labels: Labels): Grade | null {
  return value != null && bands && areFor(labels, bands) ? gradeOf(value, bands) : null;
}

/** How many levels one grade is above another: positive is better, 0 the same. */
export const levelsAbove = (grade: Grade, other: Grade): number => other - grade;

/** The band of a level, as typed; null for the lowest, and where the bands are not for these levels. */
export function publishedBand({ rank }: Level, bands: Bands | null, labels: Labels): string | null {
  return (bands && areFor(labels, bands) && bands.bestFirst[rank - 1]?.asTyped) || null;
}

/**
 * Why a figure earns its grade. In the better half of the levels, what it reached and what earns more: "90 is at or above
 * 85, the edge of Good; 95 earns Outstanding"; in the worse half, what it did not reach: "14.1 is above 14, the edge of
 * Good, so Adequate".
 */
export function gradeReason(value: string, bands: Bands, labels: Labels): string {
  const grade = earnedGrade(value, bands, labels);
  if (grade === null) {
    return `${plainFigure(value)} has no grade: ${bands.bestFirst.length} bands do not make ${labels.length} levels`;
  }
  const better = grade - 1;
  if (better === 0) return reached(value, bands, grade, labels);
  if (grade > labels.length / 2) return `${notReached(value, bands, better, labels)}, so ${gradeWord(labels, grade)}`;
  return `${reached(value, bands, grade, labels)}; ${asked(bands, better)} earns ${gradeWord(labels, better)}`;
}

/** Whether bands were made for these levels: there is one fewer. */
export const areFor = (labels: Labels, bands: Bands) => bands.bestFirst.length === labels.length - 1;

function reached(value: string, bands: Bands, grade: Grade, labels: Labels): string {
  const band = bandOf(bands, grade);
  if (bands.direction === "within") {
    return `${plainFigure(value)} is within ${rangeWords(band)}, the range of ${gradeWord(labels, grade)}`;
  }
  const { edge, strict } = band;
  const side = sidesOf(bands.direction).good;
  return `${plainFigure(value)} is ${strict ? side : `at or ${side}`} ${plainFigure(edge)}, the edge of ${gradeWord(labels, grade)}`;
}

function notReached(value: string, bands: Bands, grade: Grade, labels: Labels): string {
  const band = bandOf(bands, grade);
  const [shown, edge] = [plainFigure(value), plainFigure(band.edge)];
  if (bands.direction === "within") {
    const side = signTo(value, band, bands.direction) > 0 ? "below" : "above";
    return `${shown} is ${side} ${rangeWords(band)}, the range of ${gradeWord(labels, grade)}`;
  }
  const { good, bad } = sidesOf(bands.direction);
  const side = shown === edge ? `not ${good}` : bad;
  return `${shown} is ${side} ${edge}, the edge of ${gradeWord(labels, grade)}`;
}

function asked(bands: Bands, grade: Grade): string {
  const band = bandOf(bands, grade);
  if (bands.direction === "within") return rangeWords(band);
  const { edge, strict } = band;
  const shown = plainFigure(edge);
  if (!strict) return shown;
  return `${sidesOf(bands.direction).good} ${shown}`;
}

function bandOf({ bestFirst }: Bands, grade: Grade): Band {
  const band = bestFirst[grade - 1];
  if (!band) throw new Error(`There is no band for level ${grade}.`);
  return band;
}
