import { oneOf } from "#lib/rules/said/asked";
import { partsOf, type Sentence } from "#lib/rules/said/claimed/clauses";
import { othersWords, otherTimes, wished } from "#lib/rules/said/claimed/number-words";
import { leavesFigure, tellsSpan, whoseIs } from "#lib/rules/said/claimed/whose";

/** What in a sentence stands with a number, in which clause, and whether that leaves it one that the table should have. */
type Stretch = { said: string; clause: string; isOwn: boolean; hasVerb: boolean };

const dividers =
  /\s+(?=(?:against|compared|versus|vs|above|below|(?:higher|lower|better|worse|more|less|fewer)\s+than|short\s+of|exceed\w*|(?:up|down|away)\s+from)\b)/gi;
const hasVerb =
  /\b(?:is|are|was|were|has|have|had|stands?|stood|achieved|secured|recorded|remain(?:s|ed)?|saw|took|takes|made|makes|went|reached|missed|met|rose|fell|rises|falls|increased|decreased|dropped|declined|improved|reduced)\b/i;
/** Whether the target was met is no word of what a number is. */
const reached =
  /\b(?:miss(?:ed|es|ing)?|met|meets?|meeting|exceed(?:ed|s|ing)?|achiev(?:ed|es|ing)|reached|hit|beat|below|above|under|over|on|short of|outside|ahead of|away from)\s+(?:the|our|its|this)?\s*(?:month['’]s\s+)?(?:target|milestone|benchmark|national average)\b(?!\s*(?:[(:,]\s*)?(?:of|is|was|at|figure|\d))/gi;
const others = new RegExp(oneOf([...othersWords, ...otherTimes]), "i");
const wish = new RegExp(oneOf(wished), "i");
/** How far the figure is from something is no figure. */
const apart = /^\s*(?:away|short|above|below|ahead|off|behind|more|less|fewer|higher|lower|better|worse)\b/i;
/** A number that the figure is beyond is no figure. */
const bound =
  /\b(?:below|above|over|under|beyond|past|at (?:least|most)|(?:more|less|fewer) than|up to|exceed(?:s|ed|ing)?)\s+$/i;
/** Any number but a year. */
const anyNumber = /(?<![\d-])(?!(?:19|20)\d\d\b)\d[\d.,]*\s*(?:%|per ?cent)?/gi;

/** What stands with a number in its sentence. */
export function stretchOf({ words, clauses, facts }: Sentence, at: number, ends: number): Stretch {
  const index = clauses.findLastIndex((each) => each.at <= at);
  const clause = clauses[index] ?? { text: words, at: 0, isOfFigure: true };
  const part = partsOf(clause.text, dividers).findLast((each) => clause.at + each.at <= at) ?? { ...clause, at: 0 };
  const begins = clause.at + part.at;
  const stops = begins + part.text.length;
  const earlier = [...words.slice(begins, at).matchAll(anyNumber)].at(-1);
  const later = words.slice(ends, stops).search(/\d/);
  const last = earlier ? begins + earlier.index + earlier[0].length : null;
  const from = last === null ? begins : last + cutOf(words.slice(last, at), 0);
  const until = later < 0 ? stops : ends + cutOf(words.slice(ends, ends + later), later);
  // What leads a sentence in, "Nationally,", and what has no verb, "at 71%", go with what stands beside it.
  const beside = part.at === 0 ? (clauses[index - 1]?.text ?? "") : "";
  const leads = !/\d/.test(beside) && !(hasVerb.test(beside) && hasVerb.test(part.text));
  const before = `${leads ? `${beside} ` : ""}${words.slice(from, at)}`;
  const after = words.slice(ends, until);
  const said = `${before}# ${after}`;
  // "From 78% to 96%": what is said of the first is said of both.
  const besides = /^\s*(?:to|and|or)\s*$/.test(before) ? words.slice(begins, at) : before;
  const isNamed = hasVerb.test(before) || whoseIs(before, facts) !== "other";
  const isApart = apart.test(words.slice(ends)) || bound.test(words.slice(0, at));
  const isMeasured =
    facts.measure === undefined ||
    (clause.isOfFigure && isNamed && leavesFigure(after, facts, tellsSpan(clause.text, facts) === true));
  return {
    said,
    clause: clause.text,
    hasVerb: hasVerb.test(clause.text),
    isOwn: isMeasured && !isApart && !others.test(`${besides}# ${after}`.replace(reached, " ")) && !wish.test(besides),
  };
}

const cuts = /\s(?:to|and|from|or|with|up|down)\s/gi;
/** Where between two numbers what is said of the later begins: "84% in November | to 90%". */
const cutOf = (between: string, otherwise: number): number => [...between.matchAll(cuts)].at(-1)?.index ?? otherwise;
