import { belowHundred } from "#lib/rules/small/number-words";

/** The words by which it is told of what a number is: data, to be added to. */

const written = [...belowHundred.keys()].filter((word) => !/(?:st|nd|rd|th)$/.test(word));
/** A number below a hundred, or a hundred, written out. */
export const inWords = `(?:(?:${written.join("|")}|a hundred|one hundred)(?:[- ](?:${written.join("|")}))?)`;

const few = "one|two|three|four|five|six|seven|eight|nine|ten";
/** A part of a whole, written out, or so many in so many. */
export const parts = `(?:(?:half|(?:a|one|two|three|four)[- ](?:thirds?|quarters?|fifths?))(?=\\s+of\\b)|(?:${few}|\\d{1,2}) (?:in|out of) (?:every )?(?:${few}|\\d{1,2})(?!\\d))`;

/** A number with one of these is not the indicator's own. */
export const othersWords = [
  "national(?:ly)?",
  "england(?:['’]s)?",
  "region(?:al)?",
  "neighbours?",
  "benchmarks?",
  "target(?:s|ed)?",
  "milestones?",
  "aim(?:s|ed|ing)?",
  "goals?",
  "threshold",
  "ofsted",
  "survey",
  "audit(?:s|ed)?",
  "sampled?",
  "exclud(?:ed|es|ing)",
  "apart from",
  "except(?:ing)?",
  "leaving out",
  "not counting",
  "adjust(?:ed|ing)",
  "in (?:all|total)",
  "altogether",
  "of (?:those|these|them|which|whom)",
  "last year",
  "margin",
  "confidence",
] as const;

/** A number with one of these is of another time than a month. */
export const otherTimes = [
  "year to date",
  "ytd",
  "this year",
  "to date",
  "so far",
  "quarter(?:ly)?",
  "annual(?:ly)?",
  "rolling",
  "(?:a|each|every|this|last) (?:week|day)",
  "(?<!\\bper )week",
  "weekly",
  "last (?:January|February|March|April|May|June|July|August|September|October|November|December)",
  "(?:in|of|for) (?:19|20)\\d\\d",
  "daily",
  "(?:last|past|previous) \\w+ (?:months|weeks)",
  "since",
  "over the",
  "half[- ]year",
  "mid-month",
  "usually",
  "typically",
  "normally",
] as const;

/** A number after one of these is a wish or a plan. */
export const wished = [
  "will",
  "would",
  "should",
  "could",
  "might",
  "must",
  "if",
  "until",
  "expect(?:ed|s|ing)?",
  "hop(?:e|es|ed|ing)",
  "plan(?:s? to|ned|ning)",
  "need(?:s|ed)?",
  "forecast",
  "want(?:s|ed)?",
  "to (?:reach|get|be|achieve|return|move)",
] as const;

/** With one of these a sentence may tell of another figure than the month's: one before, a difference, what is left of a share. */
export const compares =
  /\b(?:from|last|previous|previously|before|earlier|than|compared|since|by|band|late|not|without|outside|remaining|other|over|under|average|between|quarter|year|or(?! (?:less|more|fewer|under|over|above|below)\b)|n['’]t|points?|best|worst|highest|lowest|up|down|had|no|none|un\w+ed|miss(?:ed|ing))\b|n['’]t\b/i;
