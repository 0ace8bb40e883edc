import { type Asked, eitherCase, onceEach, oneOf, passagesOf, sentencesOf } from "#lib/rules/said/asked";
import {
  abbreviations,
  agesInWords,
  caseWords,
  fewWords,
  ofServices,
  onePerson,
  peopleWords,
  publishedNames,
  relatives,
  schoolKinds,
  streetWords,
  theOne,
  titles,
  youngOnes,
} from "#lib/rules/said/disclosure-words";
import { firstNames } from "#lib/rules/said/first-names";

const people = oneOf(peopleWords);
const few = fewWords.join("|");
const aMonth = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*";
const aDate = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${aMonth}\\s+\\d{2,4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})`;
const inWords = agesInWords.join("|");
const years = "(?:years?|yrs?|months?|weeks?)";

/** What may tell who somebody is, by kind, in the order in which it is looked for. */
const kinds: readonly { why: string; expression: RegExp }[] = [
  {
    why: "This looks like an e-mail address.",
    expression: /\b[\w.+-]{1,64}@[\w-]+\.[\w.]+\b/g,
  },
  {
    why: "This looks like a postcode, which can be a handful of homes.",
    expression: /\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b/g,
  },
  {
    why: "This looks like an address.",
    expression: new RegExp(
      `\\b\\d{1,4}[a-zA-Z]?,?\\s+(?:[A-Z][\\w'’]+\\s+){1,3}(?:${streetWords.join("|")}|Rd|Ave)\\b`,
      "g",
    ),
  },
  {
    why: "This looks like a telephone or an NHS number.",
    expression: /(?:\b0|\+44 ?)(?:\d{3,4}[ -]?\d{3}[ -]?\d{3,4}|\d{2} \d{4} \d{4})\b|\b\d{3} \d{3} \d{4}\b/g,
  },
  {
    why: "This looks like the number of somebody's case.",
    expression: new RegExp(
      `\\b(?:${caseWords.join("|")})(?:\\s+(?:id|ref|reference|no|number))?\\.?[\\s:#]*[A-Z]{0,3}\\d{5,}\\b`,
      "gi",
    ),
  },
  {
    why: "A school can tell who a child is.",
    expression: new RegExp(
      `\\b[A-Z][\\w'’]+\\s+(?:[A-Z][\\w'’]+\\s+){0,2}(?:${schoolKinds.join("|")})\\s+(?:School|Academy)\\b|\\bSt\\.?\\s+[A-Z][\\w'’]+(?:\\s+[A-Z][\\w'’]+){0,2}\\s+(?:School|Academy|Nursery)\\b`,
      "g",
    ),
  },
  {
    why: "This looks like a date of birth.",
    expression: new RegExp(
      `\\b(?:dob|d\\.o\\.b\\.?|date of birth|born)\\b[^.;\\n]{0,12}?${aDate}|\\b(?:dob|d\\.o\\.b\\.?)\\b|\\bborn\\s+(?:(?:in|on|last)\\s+${aMonth}|(?:last|this)\\s+(?:week|month|year))`,
      "gi",
    ),
  },
  {
    why: "An age can tell who a child is.",
    expression: new RegExp(
      `(?<!\\b(?:over|under|above|below|than|least)\\s)\\b(?:aged?:?\\s+(?:just\\s+|only\\s+)?\\d{1,2}(?!\\s*(?:[-–+]|to|and|or|plus|years and|%|\\d))(?!\\s*(?:${years})\\s*(?:and|or)\\b)(?:\\s+${years}(?:\\s+old)?)?|\\d{1,2}[- ]?${years}[- ]old(?!s)|aged?\\s+(?:${inWords})(?!\\s+(?:to|and|or)\\b)|(?:${inWords})[- ]${years}[- ]old(?!s)|\\d{1,2}[- ]?(?:yo|y/o)(?!s))\\b`,
      "gi",
    ),
  },
  {
    why: "Initials can tell who somebody is.",
    expression: new RegExp(
      `(?:${oneOf(peopleWords.map(eitherCase))}|\\bYP|\\bMum|\\bDad)\\s+(?:[A-Z]\\.?){1,3}(?![\\w'’])|(?<![\\w.])(?!(?:${abbreviations.map((each) => each.replaceAll(".", "\\.")).join("|")}))(?:[A-Z]\\.){2,3}(?!\\w)`,
      "g",
    ),
  },
  {
    why: "This looks like somebody's name.",
    expression: new RegExp(
      `\\b(?:${titles.join("|")})\\.?\\s+[A-Z][\\w'’-]+|\\b(?:${firstNames.join("|")})\\b(?:\\s+[A-Z][\\w'’-]+)?`,
      "g",
    ),
  },
  {
    why: "So small a group can tell who is in it.",
    expression: new RegExp(
      [
        `\\b(?:(?:a|the)\\s+)?(?:sibling group|family) of (?:${few}|six|seven|[67])\\b`,
        `(?<!\\b(?:in|out of)\\s)\\b(?:${few})\\s+(?:(?!(?:and|or|of|in|out|per|because|as|from|for)\\b)[a-z-]+\\s+){0,2}?${people}(?!['’])(?!\\s+(?:per|in every|out of|${ofServices.join("|")}))`,
        `\\b(?:both|a couple of|(?:${few}) of (?:the|these|those|her|his|their))\\s+${oneOf(youngOnes)}`,
        "\\b(?:the|these|those|both)\\s+(?:same\\s+)?(?:twins|triplets|siblings|brothers|sisters)\\b",
        "\\b(?:the|a)\\s+(?:same\\s+)?(?:large\\s+family|sibling\\s+(?:group|pair))\\b",
      ].join("|"),
      "gi",
    ),
  },
  {
    why: "This speaks of one child or family.",
    expression: new RegExp(
      [
        `\\b(?:this|that)\\s+(?:same\\s+)?${oneOf(onePerson)}(?!\\s+(?:${ofServices.join("|")}))`,
        `\\b(?:his|her)\\s+${oneOf(relatives)}`,
        `\\bthe\\s+${oneOf(theOne)}(?!\\s+(?:and\\s+baby|${ofServices.join("|")}))`,
      ].join("|"),
      "gi",
    ),
  },
];

const published = new RegExp(`\\b(?:${publishedNames.join("|")})`, "g");

/** What in a comment's words may point at a child or a family, each passage once. */
export function disclosuresIn(words: string): Asked[] {
  const found = sentencesOf(words).flatMap((sentence) => {
    let rest = sentence.replace(published, (name) => "·".repeat(name.length));
    return kinds
      .flatMap(({ why, expression }) =>
        passagesOf(rest, expression).map(({ passage, index }) => {
          // What one kind found, no other finds again.
          rest = rest.slice(0, index) + "·".repeat(passage.length) + rest.slice(index + passage.length);
          return { passage, why, index };
        }),
      )
      .sort((a, b) => a.index - b.index);
  });
  return onceEach(found);
}
