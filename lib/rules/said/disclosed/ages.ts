import { anyOf, type Kind } from "#lib/rules/said/disclosed/kind";

const inWords =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen";
const years = "(?:years?|yrs?|months?|weeks?)";
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*";
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month}\\s+\\d{2,4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})`;
const age = `(?:1?\\d|${inWords})`;

/** One person, of whom an age is told. */
const one =
  "child|baby|boy|girl|infant|toddler|sibling|twin|brother|sister|son|daughter|teenager|young (?:person|man|woman)";
const eldest = "(?:eldest|oldest|youngest|elder|older|younger)(?:\\s+(?:child|sibling|one|boy|girl))?";
/** Before one of them, what makes it any. */
const any =
  "(?<!\\b(?:a|an|any|each|every|no|per|(?:when|once|if|where|until|unless|before|after)\\s+(?:the|that|their))\\s+)";
/** An age and no number of days, visits or others: nothing but the end of what is said follows it. */
const told =
  "(?=\\s*(?:[,;)]|\\.(?!\\d)|$)|\\s+(?:and\\s+(?!over|above|under|older|up)|but|now|so|next|last|who|in\\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)|years?|yrs?)\\b)";
/** Those of an age, and not some of them: an offer's, and nobody's. */
const notThose =
  "(?<!(?<!\\b(?:the|these|both|two|three|four|five|\\d+|her|his|their)\\s+)(?:young\\s+people|(?<!young\\s+)people|children|those|pupils|leavers)\\s+)";
const orMore =
  "\\s*(?:[-–+%\\d]|to\\b|or\\b|plus\\b|years and\\b|and\\s+(?:over|above|under|older|younger|up|below|\\d))";

/** How old somebody is, or when they were born. */
export const ages: readonly Kind[] = [
  {
    why: "This looks like a date of birth.",
    expression: anyOf(
      [
        `\\b(?:dob|d\\.o\\.b\\.?|date of birth|born)\\b[^.;\\n]{0,12}?${date}`,
        "\\b(?:dob|d\\.o\\.b\\.?)\\b",
        `\\bborn\\s+(?:(?:in|on|last)\\s+${month}|(?:last|this)\\s+(?:week|month|year))`,
        "\\b(?:his|her)\\s+(?:\\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:st|nd|rd|th))\\s+birthday\\b",
      ],
      "gi",
    ),
  },
  {
    why: "An age can tell who a child is.",
    expression: anyOf(
      [
        `${notThose}\\bage[ds]?\\s+(?:${age},\\s+)*${age},?\\s+(?:and|&)\\s+${age}\\b(?!\\s*%)`,
        `${notThose}\\baged?:?\\s+(?:just\\s+|only\\s+)?\\d{1,2}(?!${orMore})(?!\\s*${years}\\s*(?:and|or)\\b)(?:\\s+${years}(?:\\s+old)?)?\\b`,
        `${notThose}\\baged?\\s+(?:${inWords})\\b(?!${orMore})`,
        `(?<!\\b(?:over|under|above|below|than|least)\\s+)\\b(?:\\d{1,2}[- ]?|(?:${inWords})[- ])${years}[- ]old\\b`,
        "\\b\\d{1,2}[- ]?(?:yo|y/o|y\\.o)\\b",
        `(?<!\\b(?:over|under|above|below|than|least|to|and|or|from|until|between)\\s+)\\b${age}\\s+${years}\\s+of\\s+age\\b(?!\\s+(?:and|or|plus)\\b)`,
        `(?<!\\b(?:children|people|leavers|those|pupils)\\b[^.]{0,60})\\bat\\s+the\\s+age\\s+of\\s+${age}\\b`,
        `${any}\\b(?:he|she|${eldest}|${one})\\s+(?:is|was|(?:is|has|had)\\s+(?:just\\s+)?turn(?:ed|ing)|turned|turns)\\s+(?:(?:only|just|now|nearly|almost)\\s+)*${age}${told}`,
        `(?<!\\b(?:each|every|per)\\s+)\\b(?:${one})\\s*(?:\\(\\s*1?\\d\\s*\\)|,\\s+1?\\d(?=,))`,
      ],
      "gi",
    ),
  },
];
