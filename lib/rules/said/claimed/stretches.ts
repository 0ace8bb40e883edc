import { oneOf } from "#lib/rules/said/asked";
import { clausesOf, partsOf } from "#lib/rules/said/claimed/clauses";
import { othersWords, otherTimes, wished } from "#lib/rules/said/claimed/number-words";
import { leavesFigure, whoseIs } from "#lib/rules/said/claimed/whose";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** What in a sentence stands with a number, in which clause, and whether that leaves it one that the table should have. */
type Stretch = { said: string; clause: string; isOwn: boolean };

const dividers =
  /\s+(?=(?:against|compared|versus|vs|above|below|(?:higher|lower|better|worse|more|less|fewer)\s+than|short\s+of|exceed\w*|(?:up|down|away)\s+from)\b)/gi;
const hasVerb = /\b(?:is|are|was|were|has|have|had|stands?|stood|remain(?:s|ed)?|saw|went|reached|missed|met)\b/i;
/** Whether the target was met is no word of what a number is. */
const reached =
  /\b(?:miss(?:ed|es|ing)?|met|meets?|meeting|exceed(?:ed|s|ing)?|achiev(?:ed|es|ing)|reached|hit|beat|below|above|under|over|on|short of|outside|ahead of|away from)\s+(?:the|our|its|this)?\s*(?:month['’]s\s+)?(?:target|milestone|benchmark|national average)\b(?!\s*(?:[(:,]\s*)?(?:of|is|was|at|figure|\d))/gi;
const others = new RegExp(oneOf([...othersWords, ...otherTimes]), "i");
const wish = new RegExp(oneOf(wished), "i");
const anyNumber = /\d[\d.,]*\s*(?:%|per ?cent)?/gi;

/** What stands with a number in its sentence. */
export function stretchOf(sentence: string, at: number, ends: number, facts: TableFacts): Stretch {
  const clauses = clausesOf(sentence, facts);
  const index = clauses.findLastIndex((each) => each.at <= at);
  const clause = clauses[index] ?? { text: sentence, at: 0, isOfFigure: true };
  const part = partsOf(clause.text, dividers).findLast((each) => clause.at + each.at <= at)!;
  const begins = clause.at + part.at;
  const numbers = [...sentence.matchAll(anyNumber)].map((found) => ({
    at: found.index,
    ends: found.index + found[0].length,
  }));
  const last = numbers.findLast((each) => each.ends <= at && each.at >= begins);
  const next = numbers.find((each) => each.at >= ends && each.at < begins + part.text.length);
  const from = last ? last.ends + cutOf(sentence.slice(last.ends, at), 0) : begins;
  const until = next ? ends + cutOf(sentence.slice(ends, next.at), next.at - ends) : begins + part.text.length;
  // What leads a sentence in, "Nationally,", and what has no verb, "at 71%", go with what stands beside it.
  const led =
    index > 0 &&
    part.at === 0 &&
    (!hasVerb.test(clauses[index - 1]!.text) || !hasVerb.test(part.text)) &&
    !/\d/.test(clauses[index - 1]!.text);
  const before = `${led ? `${clauses[index - 1]!.text} ` : ""}${sentence.slice(from, at)}`;
  const after = sentence.slice(ends, until);
  const said = `${before}# ${after}`.replace(reached, " ");
  const isNamed = hasVerb.test(before) || whoseIs(before, facts) !== "other";
  const isMeasured = facts.measure === undefined || (clause.isOfFigure && isNamed && leavesFigure(after, facts));
  return { said, clause: clause.text, isOwn: isMeasured && !others.test(said) && !wish.test(before) };
}

/** Where between two numbers what is said of the later begins: "84% in November | to 90%". */
const cutOf = (between: string, otherwise: number): number => {
  const cut = between.search(/\s(?:to|and|from|or|with|up|down)\s(?!.*\s(?:to|and|from|or|with|up|down)\s)/i);
  return cut < 0 ? otherwise : cut;
};
