import type { Bands } from "#lib/rules/bands";
import { gradeOf } from "#lib/rules/grade";

/** The grade that a cell has: null without a figure, or without bands to judge it by. */
export function earnedGrade(value: string | null | undefined, bands: Bands | null) {
  return value != null && bands ? gradeOf(value, bands) : null;
}
