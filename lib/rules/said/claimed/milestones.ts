import { milestoneState, parseMilestone } from "#lib/rules/milestone";
import { monthName } from "#lib/rules/month";
import { type Asked, passagesOf } from "#lib/rules/said/asked";
import type { Sentence } from "#lib/rules/said/claimed/clauses";
import { monthsNamedIn } from "#lib/rules/said/claimed/months-named";
import { isHoped } from "#lib/rules/said/claimed/ways";
import { leavesFigure, whoseIs } from "#lib/rules/said/claimed/whose";

const its = "(?:the|our|this|its)?\\s*(?:month['’]s\\s+)?(?:target|milestone)";
const kinds = [
  {
    isMet: false,
    expression: new RegExp(
      `\\b(?:missed|short of|(?:not|n['’]t)\\s+(?:yet\\s+)?(?:me?et|achieved?|reach(?:ed)?|hit))\\s+${its}\\b|\\b(?:target|milestone)\\s+(?:was|is|has been)\\s+(?:missed|not\\s+(?:yet\\s+)?(?:met|achieved|reached))|\\b(?:target|milestone)\\s+(?:has|had|was)\\s+not\\s+(?:yet\\s+)?been\\s+(?:met|achieved|reached)`,
      "gi",
    ),
  },
  {
    isMet: true,
    expression: new RegExp(
      `(?<!\\b(?:not|n['’]t|nearly|almost|never)\\s+(?:yet\\s+)?)\\b(?:met|achieved|reached|hit|exceed(?:ed|s)|surpassed|beat)\\s+${its}\\b|\\b(?:target|milestone)\\s+(?:was|is|has been)\\s+(?:now\\s+)?(?:met|achieved|reached|exceeded)`,
      "gi",
    ),
  },
];

/** Where a sentence says that the month's milestone was met or missed, and it was not. */
export function milestonesIn({ words, clauses, facts }: Sentence): Asked[] {
  const { month, direction, milestone: typed } = facts;
  const now = facts.figures.find((each) => each.month === month)?.value;
  const read = typed ? parseMilestone(typed, direction) : null;
  const isOfOther =
    monthsNamedIn(words, month).some((each) => each.month !== month) || /\b(?:year|quarter)\b/i.test(words);
  if (!now || !read?.ok || isOfOther) return [];
  const isMet = milestoneState(read.milestone, now, "open") === "met";
  return kinds.flatMap((kind) =>
    kind.isMet === isMet
      ? []
      : clauses.flatMap(({ text }) =>
          passagesOf(text, kind.expression)
            .filter(({ passage, index }) => {
              const [before, after] = [text.slice(0, index), text.slice(index + passage.length)];
              return whoseIs(before, facts) !== "other" && leavesFigure(after, facts) && !isHoped(before);
            })
            .map(({ passage }) => ({ passage, why: `${monthName(month)} has ${now}, and its milestone is ${typed}.` })),
        ),
  );
}
