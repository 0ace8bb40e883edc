import type { Labels } from "#lib/rules/labels";
import { type Month, monthName } from "#lib/rules/month";

/** When a comment is required beside the grade: the rules that hold of every figure alike. */
export const otherRules = ["milestoneMissed", "gradeChanged", "figureUnusual"] as const;
export type OtherRule = (typeof otherRules)[number];

/** What an organisation says of the four rules: at how many of the lowest levels (null: as the words for grades say), and which others hold. */
export type CommentRules = Record<OtherRule, boolean> & { lowestLevels: number | null };

/** As it is where an organisation said nothing. */
export const everyRule: CommentRules = {
  lowestLevels: null,
  milestoneMissed: true,
  gradeChanged: true,
  figureUnusual: true,
};

/** What holds in a month, of what was said from months on; null where nothing was said. */
export const rulesIn = <R extends { fromMonth: Month }>(rules: readonly R[], month: Month): R | null =>
  rules
    .filter(({ fromMonth }) => fromMonth <= month)
    .toSorted((a, b) => a.fromMonth.localeCompare(b.fromMonth))
    .at(-1) ?? null;

/** The levels of a month as its organisation's rules have them, so that who asks whether a comment is required asks the levels alone. */
export function withCommentRules(labels: Labels, rules: CommentRules | null): Labels {
  if (!rules) return labels;
  const { lowestLevels } = rules;
  const unasked = otherRules.filter((rule) => !rules[rule]);
  return labels.map((level) => ({
    ...level,
    ...(unasked.length > 0 && { unasked }),
    asksForComment: lowestLevels === null ? level.asksForComment : level.rank > labels.length - lowestLevels,
  }));
}

const others: Record<OtherRule, string> = {
  milestoneMissed: "its milestone is missed",
  gradeChanged: "the grade changed",
  figureUnusual: "the figure is unusual",
};

/** "where the grade is one of the 2 lowest, its milestone is missed or the grade changed" */
export function commentRulesWords(rules: CommentRules): string {
  const asked = [lowestWords(rules.lowestLevels), ...otherRules.map((rule) => rules[rule] && others[rule])].filter(
    (words): words is string => typeof words === "string",
  );
  if (asked.length === 0) return "nowhere";
  const last = asked.length > 1 ? ` or ${asked.at(-1)}` : "";
  return `where ${asked.length > 1 ? asked.slice(0, -1).join(", ") : asked[0]}${last}`;
}

function lowestWords(levels: number | null): string | null {
  if (levels === null) return "the grade is one that asks for it";
  if (levels === 0) return null;
  return levels === 1 ? "the grade is the lowest" : `the grade is one of the ${levels} lowest`;
}

/** Why nothing can be said from a month on; null where it can. */
export const whyNotFrom = (from: Month, lastClosed: Month | null): string | null =>
  lastClosed && from <= lastClosed
    ? `${monthName(lastClosed)} is closed, and what was required of it stays. Choose a month after it.`
    : null;
