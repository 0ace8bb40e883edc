import { oneOf } from "#lib/rules/said/asked";

/**
 * The words by which a comment claims something of its figure, as parts of expressions: data, to be added to. Each list is
 * tried on sentences in `lib/rules/said/claims.test.ts`.
 */
export const claimWords = {
  better: [
    "improve(?:d|s)",
    "improving",
    "(?<=\\bto )improve",
    "(?<=\\bto )recover",
    "(?:substantial |further |slight )?improvement",
    "better",
    "recover(?:ed|ing|s)",
    "strengthen(?:ed|ing|s)",
  ],
  worse: [
    "(?<=\\bto )deteriorate",
    "(?<=\\bto )worsen",
    "worse(?:ned|ning|ns)?",
    "deteriorat(?:ed|ing|es|ion)",
    "declin(?:ed|ing|es)",
    "decline",
    "slipped",
    "slipping",
    "weaken(?:ed|ing|s)",
  ],
  up: [
    "up",
    "upwards?",
    "ris(?:en|ing|es)",
    "rise",
    "rose",
    "increas(?:ed|ing|es)",
    "increase",
    "higher",
    "grown",
    "grew",
    "climb(?:ed|ing|s)?",
    "jump(?:ed|ing|s)?",
    "surged?",
  ],
  down: [
    "down",
    "fall(?:en|ing|s)?",
    "fell",
    "decreas(?:ed|ing|es)",
    "decrease",
    "drop(?:ped|ping|s)?",
    "lower",
    "downwards?",
    "reduced",
    "reducing",
    "reduces",
    "reduction",
    "dip(?:ped|ping|s)?",
    "plummeted",
    "shr(?:ank|unk)",
  ],
  unchanged: [
    "unchanged",
    "no change",
    "not changed",
    "(?:remain(?:ed|s)?|stay(?:ed|s)?|is|was) the same",
    "the same as (?:last month|in)",
  ],
} as const;

/** The same of a figure beside all before it, or those since a month that is named. */
export const extremes = {
  highest: ["highest"],
  lowest: ["lowest"],
  best: ["best"],
  worst: ["worst", "poorest"],
} as const;

/** After an extreme, what makes it one of the figure. */
export const ofFigures = [
  "figures?",
  "performance",
  "results?",
  "levels?",
  "rates?",
  "percentage",
  "position",
  "months?",
  "since",
  "for",
  "this year",
  "ever",
  "on record",
  "so far",
  "yet",
  "it has been",
  "we have (?:had|seen|recorded|reported)",
] as const;

/** By how much a figure is said to have grown or shrunk: how many times as much it is, at least and at most. */
export const multiples = {
  "(?:more than )?doubled": [1.85, Number.POSITIVE_INFINITY],
  "(?:almost|nearly) doubled": [1.7, 2.1],
  "(?:more than )?(?:trebled|tripled)": [2.75, Number.POSITIVE_INFINITY],
  "(?:more than )?halved": [0, 0.55],
  "(?:almost|nearly) halved": [0.45, 0.6],
} as const;

/** What a sentence speaks of when it speaks of the figure. */
const figureWords = [
  "performance",
  "figures?",
  "percentage",
  "proportion",
  "rate",
  "number",
  "total",
  "average",
  "timeliness",
  "result",
  "position",
  "trend",
  "caseloads?",
  "referrals",
] as const;

/** An expression of any of them. */
export const figureWord = oneOf(figureWords);

/** How a sentence may begin before it claims something. */
export const openings = ["this is ", "this has ", "it has ", "it is ", "a ", "an ", "slightly ", "further "] as const;

/** Before these, a word speaks of work, of people or of how something is used, and not of the figure. */
export const ofWork = [
  "of",
  "in",
  "the",
  "use",
  "plans?",
  "work",
  "teams?",
  "boards?",
  "programmes?",
  "projects?",
  "partners?",
  "activit(?:y|ies)",
  "notices?",
  "scorecards?",
] as const;

/** After these, a word is a wish, a plan or a denial, and claims nothing. */
export const wishWords = [
  "not",
  "\\w+n['’]t",
  "cannot",
  "hardly",
  "barely",
  "no",
  "never",
  "without",
  "will",
  "would",
  "should",
  "could",
  "may",
  "might",
  "must",
  "to",
  "if",
  "until",
  "unless",
  "expect(?:ed|s|ing)?",
  "aim(?:s|ed|ing)?",
  "hope(?:d|s|ful)?",
  "plan(?:s|ned|ning)?",
  "need(?:s|ed)?",
  "target(?:ed|s)?",
  "forecast",
] as const;

/** Of these, what looks like a wish or a denial is none: "continues to improve", "as expected", "no doubt". */
export const noWishes = [
  "continu(?:e|es|ed|ing) to",
  "(?:start|starts|started|starting|began|begun|begins|beginning) to",
  "as (?:expected|planned|hoped|predicted|forecast)",
  "(?:no|without|without a) doubt",
  "not only",
] as const;

/** A number near one of these is not the indicator's own. */
export const othersWords = [
  "national(?:ly)?",
  "england",
  "region(?:al)?",
  "neighbours?",
  "benchmark",
  "target",
  "milestone",
  "aim",
  "threshold",
  "ofsted",
  "survey",
  "audit(?:s|ed)?",
  "of (?:those|these|them|which|whom)",
  "last year",
  "margin",
  "confidence",
] as const;
