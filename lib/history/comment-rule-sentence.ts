import type { TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { did, fromMonthOf, type Told } from "#lib/history/told";
import { commentRulesWords } from "#lib/rules/comment-rules";

/** "set when a comment is required from March 2014: where the grade is the lowest" */
export function commentRuleSentence({ after }: TrailEntry): Told {
  const lowest = textOf(after, "lowest_levels");
  const holds = (column: string) => String(after?.[column]) === "true";
  const rules = {
    lowestLevels: lowest === null ? null : Number(lowest),
    milestoneMissed: holds("milestone_missed"),
    gradeChanged: holds("grade_changed"),
    figureUnusual: holds("figure_unusual"),
  };
  return did("set", ` when a comment is required${fromMonthOf(after)}: ${commentRulesWords(rules)}`);
}
