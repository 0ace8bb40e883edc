import type { GradeShape, GradeTone } from "#db/vocabulary";

/** The ranks that a label set can have, the best first. */
export const levelRanks = [1, 2, 3, 4, 5, 6] as const;

/** What a figure earns: the rank of a level among those of its scorecard, 1 for the best. */
export type Grade = number;

/** One level: its word, and the letter, shape and colour that stand for it. */
export type Level = {
  rank: Grade;
  word: string;
  short: string;
  shape: GradeShape;
  tone: GradeTone;
  /** Whether a figure at this level must be explained. */
  asksForComment: boolean;
  /** Which of the other rules require no comment, where its organisation says so. */
  unasked?: readonly ("milestoneMissed" | "gradeChanged" | "figureUnusual")[];
};

/** The levels of a label set, two to six, best first. */
export type Labels = readonly Level[];

/** A label set under its name. */
export type LabelSet = { id: string; name: string; labels: Labels };

/** The levels of a label set from its rows, in whatever order they come. Throws where a rank is missing. */
export function labelsFromRows(rows: readonly Level[]): Labels {
  const levels = rows
    .map(({ rank, word, short, shape, tone, asksForComment }) => ({ rank, word, short, shape, tone, asksForComment }))
    .sort((a, b) => a.rank - b.rank);
  if (levels.length < 2 || levels.some(({ rank }, index) => rank !== index + 1)) {
    throw new Error(`A label set has the ranks ${levels.map(({ rank }) => rank).join(", ")}.`);
  }
  return levels;
}

/** The level of a grade; null without a grade, or where these labels have no such level. */
export function levelOf(labels: Labels, grade: Grade | null): Level | null {
  return labels.find(({ rank }) => rank === grade) ?? null;
}

/** "Good"; of a grade that these labels do not have, as after they changed, "level 4". */
export function gradeWord(labels: Labels, grade: Grade | null): string {
  if (grade === null) return "no grade";
  return levelOf(labels, grade)?.word ?? `level ${grade}`;
}

/** The levels that a band is published for, worst first as they are published: all but the lowest. */
export const bandedLevels = (labels: Labels): Level[] => labels.slice(0, -1).reverse();

/** Grades of two months can be compared where they are of as many levels; the words may differ. */
export const areComparable = (one: Labels, other: Labels): boolean => one.length === other.length;
