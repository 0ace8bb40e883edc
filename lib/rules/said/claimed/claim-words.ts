import { oneOf } from "#lib/rules/said/asked";

/** Before a verb as it stands after "to" and "did not". */
const base = "(?<=(?:\\bto|\\bnot|n['’]t) (?:yet )?)";
/** An improvement that is maintained is no figure that is. */
const notOfChange =
  "(?<=\\b(?:is|has been|was) (?:broadly )?)(?<!\\b(?:improvements?|increase|reduction|rise|progress|fall|decline|gains?)\\b[^,;]{0,30})";
/** Before "up" and "down", what makes them say where a figure goes. */
const goes =
  "(?<=(?:^|[,;(]|\\b(?:is|are|was|were|been|went|goes?|going|gone|moved?|moving|and|again|now|still|also|back|further|well|sharply|slightly|percentage|figures?|rates?|numbers?|performance|points?|cent|\\w+ly)|\\d%?)\\s*)(?:back )?";

/**
 * The words by which a comment claims something of its figure, as parts of expressions: data, to be added to. Each list is
 * tried on sentences in `lib/rules/said/claims.test.ts`.
 */
export const claimWords = {
  better: [
    "improve(?:d|s)",
    "improving",
    `${base}improve`,
    `${base}recover`,
    "(?:substantial |further |slight )?improvement",
    "better",
    "recover(?:ed|ing|s)",
    "strengthen(?:ed|ing|s)",
  ],
  worse: [
    `${base}deteriorate`,
    `${base}worsen`,
    "worse(?:ned|ning|ns)?",
    "deteriorat(?:ed|ing|es|ion)",
    "declin(?:ed|ing|es)",
    "decline",
    "slipped",
    "slipping",
    "weaken(?:ed|ing|s)",
  ],
  up: [
    `${goes}up`,
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
    `${goes}down`,
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
    "not changed?",
    "\\w+n['’]t changed?",
    "(?:remain(?:ed|s)?|stay(?:ed|s)?|is|was) the same",
    "the same as (?:last month|in)",
  ],
  steady: [
    "(?:stable|steady|static|flat|consistent)(?! (?:improve|increas|ris|declin|fall|reduc|decreas|drop|growth|progress))",
    "plateaued",
    "levell?ed (?:off|out)",
    "similar(?= to (?:last|the (?:previous|month)))",
    `${notOfChange}(?:maintained|sustained)`,
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

/** Verbs before which a sentence says of what it speaks. */
export const verbs = [
  ..."is are was were be been has have had remain remains remained stay stays stayed stand stands stood".split(" "),
  ..."continue continues continued went goes gone moved came reached show shows showed saw do does did".split(" "),
  ..."achieved secured recorded managed delivered missed met meet exceeded took takes make makes made accounts accounted".split(
    " ",
  ),
  ..."will would can could should may might must report reports reflect reflects cannot".split(" "),
  "\\w+n['’]t",
];

/** What looks like a claim and is none: what is better at all, what is set up, what is down to somebody. */
export const noClaims = [
  "(?:higher|lower|up|down|fewer) (?:\\w+ ){0,2}(?:is|are|means?) (?:better|worse|good|bad)",
  "(?:higher|better|up) (?:or|and) (?:lower|worse|down)",
  "ups and downs",
  "or (?:better|worse|higher|lower)",
  "up (?:and running|to (?:date|speed|\\w+ (?:days|weeks|months|hours)))",
  "down to (?!\\d|£|(?:an? |the |its )?\\w+ (?:per ?cent|%))",
  "(?:gave|give|gives|given|giving) rise",
  "rise to the",
  "on the (?:rise|up)",
  "fall(?:s|ing|en)? (?:within|under|outside|into|short|due|on|behind|through|below|above)",
  "fell (?:within|under|outside|into|short|due|on an?|on the|behind|through)",
  "drop(?:s|ped|ping)? (?:out|off)",
  "drop[- ]in (?:sessions?|centres?|clinics?|events?)",
  "no (?:better|worse) (?:place|position|time)",
  "flat(?:ter)? (?:structure|rate)",
];

/** Before a word these deny it. */
export const denials = ["not", "\\w+n['’]t", "no", "never", "nor", "neither", "failed to"] as const;

/** After a denied word, these make it a wish or a judgement: "not improved as hoped". */
export const denialsOnly = [
  "as",
  "enough",
  "sufficiently",
  "needed",
  "required",
  "expected",
  "possible",
  "until",
  "because",
] as const;

/** After these, a word is a wish or a plan, and claims nothing. */
export const wishWords = [
  "cannot",
  "hardly",
  "barely",
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
  "plan(?:s? to|ned|ning)",
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
  "not (?:only|just|simply)",
  "(?:pleased|able|glad|happy|proud|good|pleasing|encouraging) to (?:report|see|say|note)",
] as const;

/** Every word of a claim, in one expression. */
export const claimed = oneOf(Object.values(claimWords).flat());

/** And every word of a claim beside others. */
export const claimedMore = oneOf([...Object.values(extremes).flat(), ...Object.keys(multiples)]);
